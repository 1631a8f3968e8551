import { formJa } from './formJa';
import { panelJa } from './panelJa';
import { stepJa } from './stepJa';

/** Japanese texts of the request form and its panel. */
export default { ...formJa, ...panelJa, ...stepJa };
