import type {} from 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties are set like any other. */
    [property: `--${string}`]: string | number | undefined;
  }
}
