import { useEffect, useState } from 'react';
import { TextInput } from '../../fields';

interface NumberInputProps {
  readonly field: string;
  readonly label: string;
  readonly shortLabel?: string;
  readonly help?: string;
  readonly value: number;
  /** Numbers outside are not taken. */
  readonly least?: number;
  readonly most?: number;
  /** Whether only whole numbers are taken. */
  readonly isWhole?: boolean;
  readonly onChange: (value: number) => void;
}

/**
 * A number. While it is typed the text may be none (`-`, `1.`): the spec keeps
 * the last number, and full-width digits count as digits.
 */
export function NumberInput(props: NumberInputProps) {
  const { field, label, help, value, onChange } = props;
  const { least = -Infinity, most = Infinity, isWhole = false } = props;
  const [text, setText] = useState(String(value));
  useEffect(() => {
    setText(current => (read(current) === value ? current : String(value)));
  }, [value]);
  const taken = (typed: string) => {
    const number = read(typed);
    const isFit =
      number !== undefined &&
      number >= least &&
      number <= most &&
      (!isWhole || Number.isInteger(number));
    return isFit ? number : undefined;
  };
  const write = (next: string) => {
    setText(next);
    const number = taken(next);
    if (number !== undefined) {
      onChange(number);
    }
  };
  return (
    <TextInput
      field={field}
      label={label}
      shortLabel={props.shortLabel}
      help={help}
      value={text}
      onChange={write}
      tidy={left => String(taken(left) ?? value)}
    />
  );
}

function read(text: string): number | undefined {
  // A minus sign is another character than the hyphen of keyboards.
  const folded = text.normalize('NFKC').replace('\u2212', '-').trim();
  const number = Number(folded);
  return folded !== '' && Number.isFinite(number) ? number : undefined;
}
