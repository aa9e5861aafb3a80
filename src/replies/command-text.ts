export { agencyQuestion as agencyCommand, exactName } from '../asking/question-text.ts';
