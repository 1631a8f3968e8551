import { useEffect, useState } from 'react';
import { TextInput } from '../../fields';

interface NumberInputProps {
  readonly field: string;
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/**
 * A number. While it is typed the text may be none (`-`, `1.`): the spec keeps
 * the last number, and full-width digits count as digits.
 */
export function NumberInput({
  field,
  label,
  value,
  onChange,
}: NumberInputProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => {
    setText(current => (read(current) === value ? current : String(value)));
  }, [value]);
  const write = (next: string) => {
    setText(next);
    const number = read(next);
    if (number !== undefined) {
      onChange(number);
    }
  };
  return (
    <TextInput
      field={field}
      label={label}
      value={text}
      onChange={write}
      tidy={left => String(read(left) ?? value)}
    />
  );
}

function read(text: string): number | undefined {
  const folded = text.normalize('NFKC').trim();
  const number = Number(folded);
  return folded !== '' && Number.isFinite(number) ? number : undefined;
}
