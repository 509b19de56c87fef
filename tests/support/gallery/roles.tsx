import { Problem } from '../../../actors/problem'
import { permissions, permissionsOf, roles } from '../../../src/policies/permissions'
import type { OfficeContext } from '../../../views/office/context'
import { RightsPage, rightsInMenu, rightsList } from '../../../views/office/rights'
import { type WhyAnswer, WhyPage } from '../../../views/office/rights-why'
import type { RoleDetails } from '../../../views/office/role-details'
import { rolesInMenu } from '../../../views/office/role-paths'
import { RolePage, RolesPage, roleList } from '../../../views/office/roles'
import * as data from './data'
import { asked, contextOf, lead, named, people } from './people'
import type { Picture } from './picture'

type More = { refused?: OfficeContext['refused']; said?: string }

const stale = new Problem('conflict', 'changedMeanwhile')

const role = (more: Partial<RoleDetails> = {}): RoleDetails => ({
  ...{ ...lead, isBuiltIn: false, people: 2, of: permissions.length, version: 'v1' },
  secondFactor: 'required',
  permissions: [...roles.agent, 'board.read', 'office.use'],
  all: permissions.filter((one) => one !== 'owners.manage'),
  yours: [...roles.admin],
  ...{
    isAbove: false,
    who: [
      { id: data.ana, name: 'Ana' },
      { id: data.amir, name: '王小明' },
    ],
  },
  ...more,
})

const roleOne = (name: string, more: Partial<RoleDetails> = {}, context: More = {}): Picture => ({
  name,
  height: 2300,
  page: (given) => <RolePage {...contextOf(given, rolesInMenu, context)} role={role(more)} />,
})

const rolesPage = (name: string, more: More = {}): Picture => ({
  name,
  page: (given) => (
    <RolesPage
      {...contextOf(given, rolesInMenu, more)}
      from={named}
      ask={{ ...asked, ...roleList.usual }}
      found={{
        rows: named.map((one, nth) => ({
          ...{ ...one, isBuiltIn: one.name === null, people: nth, of: permissions.length },
          permissions: [...permissionsOf({ role: one.id, grants: ['board.read'] })],
          secondFactor: nth < 2 ? ('required' as const) : ('optional' as const),
        })),
        next: null,
      }}
    />
  ),
})

const rights = rightsList(permissions)
const rightsPage: Picture = {
  name: 'office-rights',
  page: (given) => (
    <RightsPage
      {...contextOf(given, rightsInMenu)}
      list={rights}
      roles={named}
      permissions={permissions}
      ask={{ ...asked, ...rights.usual }}
      found={{
        rows: people.map((one) => ({
          ...{ id: one.id, name: one.name, email: one.email, role: one.role },
          permissions: [...permissionsOf({ role: one.role.id, grants: ['board.read'] })],
        })),
        next: null,
      }}
    />
  ),
}

const answer = (more: Partial<WhyAnswer> = {}): WhyAnswer => ({
  person: { id: data.ana, name: 'Ana Lindqvist', role: lead, isDisabled: false },
  permissions: [...roles.agent],
  allowing: named.slice(0, 3),
  ...more,
})
const why = (name: string, permission: string, more: Partial<WhyAnswer> = {}): Picture => ({
  name,
  height: permission ? 1100 : 1900,
  page: (given) => (
    <WhyPage
      {...contextOf(given, rightsInMenu)}
      why={{
        asked: { person: data.ana, permission, conversation: data.conversation },
        people: people.map(({ id, name }) => ({ id, name })),
        all: permissions,
        answer: answer(more),
      }}
    />
  ),
})
const rules: NonNullable<WhyAnswer['conversation']>['rules'] = [
  {
    ...{ verb: 'end', may: true },
    grounds: [
      { asks: 'permission', permission: 'conversations.end', isSo: true },
      { asks: 'state', isSo: false },
      { asks: 'overrules', permission: 'conversations.endAny', isSo: true },
    ],
  },
  {
    ...{ verb: 'tag', may: false },
    grounds: [
      { asks: 'permission', permission: 'conversations.tag', isSo: true },
      { asks: 'watch', isSo: false },
    ],
  },
]

/** Roles, and who may what. */
export const rolePictures: Picture[] = [
  rolesPage('office-roles'),
  {
    ...rolesPage('office-roles-taken', {
      refused: {
        form: 'creation',
        problem: new Problem('conflict', 'roleTaken', {
          ...{ field: 'name', values: { name: 'Team lead' } },
        }),
        typed: { name: 'team LEAD', from: 'admin' },
      },
    }),
    once: true,
  },
  roleOne('office-role', { yours: [...roles.supervisor] }),
  {
    ...roleOne(
      'office-role-stale',
      {},
      {
        refused: {
          form: 'revision',
          problem: stale,
          typed: { name: 'Lead', permissions: 'conversations.reply,audit.read' },
        },
      },
    ),
    once: true,
  },
  {
    ...roleOne('office-role-built-in', {
      ...{ id: 'supervisor', name: null, isBuiltIn: true, who: [] },
      permissions: [...roles.supervisor],
    }),
    height: 1500,
    once: true,
  },
  rightsPage,
  why('office-why', 'conversations.endAny', { conversation: { sees: 'department', rules } }),
  { ...why('office-why-all', '', { conversation: null }), once: true },
]
