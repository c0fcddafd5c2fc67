import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  team: string;
  task: string;
  className?: string | undefined;
  children: ReactNode;
}

/** To a task, on its team's board. */
export const TaskLink = ({ team, task, className, children }: Props) => (
  <Link to="/teams/$team/tasks" params={{ team }} search={{ task }} className={className}>
    {children}
  </Link>
);
