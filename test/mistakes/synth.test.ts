import { cleanUp } from '../synth';
import { SYNTH } from './catalogue';
import { synthesized } from './mistake';

afterEach(cleanUp);

test.each(SYNTH.map((mistake) => [mistake.name, mistake] as const))('%s', (_, mistake) => {
  expect(() => synthesized(mistake)).toThrow(mistake.error);
});
