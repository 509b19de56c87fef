import type { roles } from '../words/roles'

type Group = keyof (typeof roles)['en']['groups']

const ofLeads = /^conversations\.(?:watch\.all|merge|whisper|lookIn|assign|endAny|takeOver|bulk)$/

/** What is set up once. All else that is not of one of the other groups is done day by day. */
const ofDesk = /^(?:rules|forms|texts|sites|files|bot|privacy|settings|audit|system)\./

const groupOf = (permission: string): Group => {
  if (ofLeads.test(permission) || permission === 'views.share') return 'leading'
  if (permission === 'visitors.block') return 'leading'
  if (/^(?:workbench|conversations|macros|visitors)\./.test(permission)) return 'answering'
  if (permission === 'canned.write') return 'answering'
  if (/^(?:departments|agents|accounts|roles|owners)\./.test(permission)) return 'people'
  return ofDesk.test(permission) ? 'desk' : 'knowing'
}

const order: readonly Group[] = ['answering', 'leading', 'knowing', 'people', 'desk']

/** Permissions by what they are about, in the order of the table. */
export const grouped = (
  permissions: readonly string[],
): readonly { group: Group; permissions: readonly string[] }[] =>
  order.flatMap((group) => {
    const own = permissions.filter((one) => groupOf(one) === group)
    return own.length > 0 ? [{ group, permissions: own }] : []
  })
