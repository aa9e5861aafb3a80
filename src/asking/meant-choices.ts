import type { Agency } from '../agencies/agency.ts';
import type { CommandName } from './commands.ts';

/**
 * An agency the person may have meant, where it lies (null where its name says that), and the text that asks the same
 * question about exactly that one.
 */
export type AgencyChoice = {
  readonly agency: Agency;
  readonly place: Agency | null;
  readonly send: string;
};

/** The same, about one of its fields of work; null: about the agency as a whole. */
export type FieldChoice = AgencyChoice & { readonly field: string | null };

/** A command the person may have meant, and the text that says it with the same arguments. */
export type CommandChoice = { readonly command: CommandName; readonly send: string };
