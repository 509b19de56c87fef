import { expect, test } from 'bun:test'
import { agentSettings } from '../../actors/agent/settings'
import { departmentSettings } from '../../actors/department/settings'
import { LOGO } from '../../actors/desk/logo'
import { deskFields, deskGroupName, deskGroups } from '../../actors/desk/settings'
import { canGrant, permissions } from '../../src/policies/permissions'
import { fieldLabel } from '../../views/words/audit-fields'
import { languages } from '../../views/words/language'

/** What acts of the office change, by what they are done to. */
const told: Readonly<Record<string, readonly string[]>> = {
  'account:ana': [
    'name',
    'email',
    'role',
    'departments',
    ...agentSettings.fields.map(({ key }) => key),
  ],
  'role:own-1': ['name', ...permissions.filter(canGrant)],
  'visitor:vera': ['name', 'email', 'phone', 'company', 'notes', 'tags'],
  'department:support': [
    'name',
    'removed',
    'hours',
    ...departmentSettings.fields.map(({ key }) => key),
  ],
  'tag:one': ['name', 'color', 'description'],
  ...Object.fromEntries(
    deskGroups.map((group) => [
      `setting:${deskGroupName(group)}`,
      deskFields(group).map(({ key }) => key),
    ]),
  ),
  'canned:one': ['code', 'title', 'folder', 'body', 'bodies', 'scope', 'departments'],
  'macro:one': ['name', 'departments', 'steps'],
  'setting:sites': ['origins', 'position', 'color'],
  'setting:form/desk': ['fields', 'consent', 'greeting', 'questions'],
  [`setting:${LOGO}`]: ['mark'],
  'setting:customers': ['value'],
  desk: ['hours'],
}

test('what an act changed is called as the office calls it, in each language', () => {
  for (const language of languages)
    for (const [object, fields] of Object.entries(told))
      for (const field of fields) {
        const label = fieldLabel(field, object, language)
        expect([language, object, field, label === undefined || label === field]).toEqual([
          ...[language, object, field, false],
        ])
      }
})

test('what is shown nowhere has no other name', () => {
  expect(fieldLabel('capacity', 'visitor:vera', 'en')).toBeUndefined()
  expect(fieldLabel('nonsense', 'role:own-1', 'en')).toBeUndefined()
})
