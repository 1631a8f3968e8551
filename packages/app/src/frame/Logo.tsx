import type { SVGProps } from 'react';

/** The portal's sign: a drop of water with a wave in it. */
export function Logo(props: SVGProps<SVGSVGElement>) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" {...props}>
      <path
        d="M16 3c5.2 6.2 9 11 9 15.5A9 9 0 0 1 7 18.5C7 14 10.8 9.2 16 3Z"
        fill="#7fe0ee"
      />
      <path
        d="M10 19.5c2.2 1.8 4 1.8 6 0s3.8-1.8 6 0"
        fill="none"
        stroke="#0b4f60"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
