import { useLingui } from '@lingui/react/macro';
import type { OrganizationRole } from '@rondo/contract';

export function useRoleWords(): (role: OrganizationRole) => string {
  const { t } = useLingui();
  const words: Readonly<Record<OrganizationRole, string>> = {
    owner: t`owner`,
    admin: t`admin`,
    billing: t`billing`,
    member: t`member`,
  };
  return (role) => words[role];
}
