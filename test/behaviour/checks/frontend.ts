import { TerraformStack } from 'cdktf';
import {
  FrontendReplacement, LogfireFrontendApplication, LogfireFrontendApplicationProps, LogfireProject,
} from '../../../src';
import { BY_REFERENCE, Checks } from '../check';

const UUID = '00000000-0000-4000-8000-000000000001';

const application = (props: Partial<LogfireFrontendApplicationProps>) => (stack: TerraformStack) =>
  new LogfireFrontendApplication(stack, 'App', { project: LogfireProject.fromProjectId(stack, 'Shop', UUID), ...props });

export const FRONTEND_APPLICATION: Checks = {
  'min_length name': {
    breaks: application({ applicationName: '' }),
    error: 'app/App: applicationName must be',
    keeps: application({ applicationName: 'x' }),
  },
  'min_length project_id': BY_REFERENCE,
  'rules same-name-replacement': {
    breaks: application({ replacement: FrontendReplacement.CREATE_FIRST, adoptExistingServiceName: false }),
    error: 'app/App: adoptExistingServiceName must not be false with replacement',
    keeps: application({ replacement: FrontendReplacement.CREATE_FIRST }),
  },
};

export const FRONTEND_TOKEN: Checks = {
  'min_length adopt_token_id': {
    breaks: (stack) => application({})(stack).addToken('Token', { adoptTokenId: '' }),
    error: 'app/App/Token: adoptTokenId must be the UUID of an active token',
    keeps: (stack) => application({})(stack).addToken('Token', { adoptTokenId: UUID }),
  },
  'min_length application_id': {
    breaks: (stack) => LogfireFrontendApplication.fromApplicationId(stack, 'App', LogfireProject.fromProjectId(stack, 'Shop', UUID), ''),
    error: 'app/App: applicationId must be the UUID of a frontend application',
    keeps: (stack) => LogfireFrontendApplication.fromApplicationId(stack, 'App', LogfireProject.fromProjectId(stack, 'Shop', UUID), UUID),
  },
  'min_length project_id': BY_REFERENCE,
};
