export * from './AuthoredTextInput';
export * from './FieldChecks';
export * from './focusField';
export * from './FieldGroup';
export * from './IdentifierInput';
export * from './SelectInput';
export * from './TextInput';
export * from './TokenInput';
