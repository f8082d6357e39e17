/** `npm run tofu`: prints the path of OpenTofu, which Go builds if it is not installed. */
import { openTofu } from './tofu/open-tofu';

openTofu().then((binary) => {
  if (binary === undefined) {
    throw new Error('OpenTofu or Go is needed on the PATH');
  }
  console.log(binary);
}).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
