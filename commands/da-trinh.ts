import { type ListAnswers, whoseList, withoutAgency } from '../src/answers/whose-list.ts';
import { dossierView } from '../src/audience/rights.ts';
import { dueBounds } from '../src/calendar/due-bounds.ts';
import type { Command } from '../src/dialogue/command.ts';
import { morningReplies } from '../src/replies/morning-reply.ts';

/** Notes that a dossier of this agency's list has been handed up, whatever the system shows yet. */
export function daTrinh({ due, acknowledgements }: ListAnswers): Command {
  return {
    async answer(_, asker) {
      const { directory, dossiers, calendar, clock } = due;
      const whose = whoseList(asker, directory);
      if ('reply' in whose) return whose.reply;
      const { agency } = whose;
      if (dossierView(asker.standing, agency.id, directory) !== 'whole') {
        return morningReplies.notYourList({ agency, own: null }, asker);
      }
      const words = withoutAgency(asker.words);
      const now = clock.now();
      const listed = await dossiers.due(agency.id, dueBounds(now, calendar).three);
      const codes = listed.filter(({ sensitive }) => !sensitive).map(({ code }) => code);
      const fitting = words === '' ? codes : codes.filter((code) => endsLike(code, words));
      const [code] = fitting;
      if (code === undefined || fitting.length > 1) {
        return morningReplies.whichDossier(words, fitting);
      }
      await acknowledgements.handUp({ agency: agency.id, code, person: asker.person, at: now });
      return morningReplies.handedUp(code);
    },
  };
}

/** People type the last digits, or the whole code in whatever case. */
function endsLike(code: string, words: string): boolean {
  return code.toLowerCase().endsWith(words.toLowerCase().replaceAll(/[…\s]/gu, ''));
}
