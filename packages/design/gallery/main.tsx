import { StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { applyStoredTheme, chooseTheme, type ThemeChoice } from '../src/index.ts';
import '../src/base.css';
import { Board } from './Board.tsx';
import { Controls } from './Controls.tsx';
import { Drawings } from './Drawings.tsx';
import { ManyCards } from './ManyCards.tsx';
import { Words } from './Words.tsx';

const pages: Record<string, ComponentType> = {
  board: Board,
  controls: Controls,
  words: Words,
  drawings: Drawings,
  many: ManyCards,
};

applyStoredTheme();
const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme === 'light' || theme === 'dark' || theme === 'system') {
  chooseTheme(theme satisfies ThemeChoice);
}

const Page = pages[query.get('page') ?? 'board'] ?? Board;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
