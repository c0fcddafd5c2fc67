const FIELDS = 'textarea, input:not([type]), input[type="text"], input[type="url"]';

/** Whether words are in a field of this page that are perhaps nowhere else: they are not taken away. */
export const isWriting = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)].some(
    ({ value, disabled, readOnly }) => value.trim() !== '' && !disabled && !readOnly,
  );
