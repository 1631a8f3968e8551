import { useEffect, useState } from 'react';
import { tidyIdentifier } from '../mart';
import { TextInput } from './TextInput';

/** @public */
export interface IdentifierInputProps {
  /** Path in the spec. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  /** Called once the author leaves the field with another name in it. */
  readonly onRename: (name: string) => void;
  readonly help?: string;
  readonly hideLabel?: boolean;
}

/**
 * A name that other parts of the spec refer to.
 *
 * @remarks
 * It is passed on when it is complete, not letter by letter: on the way from
 * `order` to `orders_new` it may pass through a name that is taken, and
 * renaming references there would mix two things up.
 * @public
 */
export function IdentifierInput(props: IdentifierInputProps) {
  const { field, label, value, onRename, help, hideLabel } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      field={field}
      label={label}
      value={text}
      onChange={setText}
      tidy={tidyIdentifier}
      onLeave={name => {
        if (name !== value) {
          onRename(name);
        }
      }}
      help={help}
      hideLabel={hideLabel}
      maxLength={128}
      required
    />
  );
}
