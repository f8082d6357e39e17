import { TerraformStack } from 'cdktf';
import { LogfireProvider, LogfireProviderProps, SecretValue } from '../../../src';
import { Checks } from '../check';

const provider = (props: LogfireProviderProps) => (stack: TerraformStack) => new LogfireProvider(stack, 'Other', { alias: 'other', ...props });
const header = (name: string, value: string) => provider({ customHeaders: { [name]: SecretValue.unsafePlainText(value) } });
const KNOWN_AT_PLAN = 'only Terraform knows what is known while planning; a variable is, and the docs of the prop say so';

export const PROVIDER: Checks = {
  'must_be_known_while_planning api_key': KNOWN_AT_PLAN,
  'must_be_known_while_planning base_url': KNOWN_AT_PLAN,
  'must_be_known_while_planning custom_headers': KNOWN_AT_PLAN,
  'patterns custom_headers.key': {
    breaks: header('a b', 'x'),
    error: 'app/Other: customHeaders["a b"] must be the name of an HTTP header',
    keeps: header('a-b', 'x'),
  },
  'patterns custom_headers.value': {
    breaks: header('X-A', 'a\nb'),
    error: 'app/Other: customHeaders["X-A"] must not contain control characters',
    keeps: header('X-A', 'a\tb'),
  },
  'required_after_environment api_key': {
    breaks: provider({ apiKey: SecretValue.unsafePlainText('') }),
    error: 'app/Other: apiKey must not be empty',
    keeps: provider({}),
  },
  'reserved_header_names': {
    breaks: header('User-Agent', 'x'),
    error: 'app/Other: customHeaders["User-Agent"] must not be a header that the provider sets itself',
    keeps: header('X-User-Agent', 'x'),
  },
};
