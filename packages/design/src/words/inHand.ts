import { createContext } from 'react';

/** Whether we lie in a hand: its ground is the inverse one, a card in it keeps the board's colours. */
export const InHand = createContext(false);
