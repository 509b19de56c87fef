import { agentSettings } from '../../../actors/agent/settings'
import { type BuiltInRole, isBuiltIn, type Role } from '../../../actors/people'
import { type Changes, settingsText } from '../setting-flags'
import type { AccountLine } from './listing'

/** What was named to be changed of an account. */
export type Named = {
  newEmail?: string
  newRole?: Role
  name?: string
  /** Those they answer for now, in the order of their names. */
  departments?: readonly string[]
  settings: Changes
}

const roleWords: Readonly<Record<BuiltInRole, string>> = {
  owner: 'an owner',
  admin: 'an admin',
  supervisor: 'a supervisor',
  agent: 'an agent',
}

/** What was changed, as it is now: a line for each kind of thing. */
export const changedWords = (line: AccountLine, named: Named): string[] => {
  const fields = agentSettings.fields.filter(({ key }) => key in named.settings)
  const said = [
    named.newEmail !== undefined && 'signs in with this address from now on',
    named.name !== undefined && `is called ${line.name}`,
    named.newRole !== undefined &&
      `is ${isBuiltIn(line.role) ? roleWords[line.role] : `of the role ${line.roleName}`}`,
    fields.length > 0 && `has ${settingsText(fields, line)}`,
    named.departments !== undefined && `answers for ${named.departments.join(', ')}`,
  ]
  return said.flatMap((what) => (what === false ? [] : [`${line.email} ${what}`]))
}

/** The same for programs, by the names that the listing has for it. */
export const changedFields = (line: AccountLine, named: Named): Partial<AccountLine> => ({
  ...(named.newEmail === undefined ? {} : { email: line.email }),
  ...(named.name === undefined ? {} : { name: line.name }),
  ...(named.newRole === undefined ? {} : { role: line.role }),
  ...(named.departments === undefined ? {} : { departments: line.departments }),
  ...Object.fromEntries(Object.entries(line).filter(([key]) => key in named.settings)),
})
