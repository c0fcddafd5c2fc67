import type { ReactNode } from 'react';

interface Props {
  team: string;
  task: string;
  className?: string | undefined;
  children: ReactNode;
}

/** To a task, on its team's board. */
export const TaskLink = ({ team, task, className, children }: Props) => (
  <a href={`/teams/${team}/tasks?task=${task}`} className={className}>
    {children}
  </a>
);
