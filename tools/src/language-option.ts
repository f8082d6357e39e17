import { Option } from 'commander';
import { PROGRAM_LANGUAGES } from './program/languages';

/** `--language`, for each command that turns something into a program. */
export function languageOption(): Option {
  return new Option('--language <language>', 'language of the program').choices(PROGRAM_LANGUAGES).makeOptionMandatory();
}
