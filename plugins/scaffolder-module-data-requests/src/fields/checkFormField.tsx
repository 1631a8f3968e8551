import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { CheckField } from './CheckField';
import { martFieldSchema, type MartFieldData } from './martFieldSchema';
import { validateCheck } from './validateCheck';

/** All checks, and the assembled spec as value: `parameters.check.spec`. */
export const checkFieldData = {
  name: 'SuidoMartCheck',
  schema: martFieldSchema,
  component: props => <CheckField field={props} />,
  validation: async (_value, validation, { apiHolder, formData }) => {
    const problems = await validateCheck(apiHolder, formData);
    problems.forEach(problem => validation.addError(problem));
  },
} satisfies MartFieldData;

/** The field as the scaffolder takes it. */
export const checkField = createFormField(checkFieldData);
