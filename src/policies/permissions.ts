import {
  type BuiltInRole,
  builtInRoles,
  isBuiltIn,
  type Person,
  type Role,
} from '../../actors/people'

const everybody = ['owner', 'admin', 'supervisor', 'agent'] as const
const leads = ['owner', 'admin', 'supervisor'] as const
const office = ['owner', 'admin'] as const
const owners = ['owner'] as const

/**
 * What there is to be allowed, and which of the built-in roles have it: one line for each, and
 * nothing else to change when another one is needed. What somebody may do to one conversation
 * depends on who holds it, too: that is `may`.
 */
const table = {
  /** Sign in to the workbench and be on duty at all. */
  'workbench.use': everybody,

  /** See the conversations of one's own departments. */
  'conversations.watch.department': everybody,
  /** See every conversation, whatever the department. */
  'conversations.watch.all': office,
  /** Write in a conversation that one holds. */
  'conversations.reply': everybody,
  /** Take one from the line, or go on with a closed one. */
  'conversations.take': everybody,
  /** Accept or decline what is offered. */
  'conversations.answerOffer': everybody,
  /** Hand one that one holds to a colleague or a department. */
  'conversations.transfer': everybody,
  /** End one that one holds. */
  'conversations.end': everybody,
  /** Write a note that only colleagues see. */
  'conversations.note': everybody,
  /** Put tags on one and take them off. */
  'conversations.tag': everybody,
  /** Say how urgent one is. */
  'conversations.prioritize': everybody,
  /** Put one off until a time or an answer. */
  'conversations.snooze': everybody,
  /** Do what a macro says: each act as far as they may do it. */
  'macros.run': everybody,
  /** Make one of two, or two of one. */
  'conversations.merge': leads,
  /** Say something to the colleague who holds one, unseen by the visitor. */
  'conversations.whisper': leads,
  /** Read along in one unseen, which the audit tells. */
  'conversations.lookIn': leads,
  /** Give one that anybody holds, or that waits, to a colleague or a department. */
  'conversations.assign': leads,
  /** End one that somebody else holds. */
  'conversations.endAny': leads,
  /** Take one from the colleague who holds it. */
  'conversations.takeOver': leads,
  /** Close, tag, assign or snooze many at once. */
  'conversations.bulk': leads,
  /** Keep lists under a name that all colleagues have. */
  'views.share': leads,

  /** Correct what is known of a visitor. */
  'visitors.edit': everybody,
  /** Ask somebody who is on the site now whether they want to chat. */
  'visitors.invite': everybody,
  /** Keep a visitor, an address or a network out for a time. */
  'visitors.block': leads,
  /** Keep prepared answers of one's own. */
  'canned.write': everybody,

  /** Open the office at all. */
  'office.use': leads,
  /** Prepared answers of a department or of everybody. */
  'canned.manage': leads,
  /** The list of tags. */
  'tags.manage': leads,
  /** Articles that visitors read. */
  'knowledge.manage': leads,
  /** The figures of a time. */
  'reports.read': leads,
  /** What visitors said of their conversations. */
  'ratings.read': leads,
  /** The board of what goes on now. */
  'board.read': leads,

  /** Departments, their settings and hours. */
  'departments.manage': office,
  /** Who answers: departments, capacity, wrap-up. */
  'agents.manage': office,
  /** All visitors: what is known of them, who of them are one, to import them and take them along. */
  'visitors.manage': office,
  /** Who may sign in, and as what. */
  'accounts.manage': office,
  /** Which role has which permission. */
  'roles.manage': office,
  /** Make owners and change them, and say which services say who somebody is. No role of the desk's own has it. */
  'owners.manage': owners,
  /** Routing, promises of time, automation and macros. */
  'rules.manage': office,
  /** What is asked before a chat begins. */
  'forms.manage': office,
  /** The words that visitors read. */
  'texts.manage': office,
  /** Which sites may hold the chat, and how it looks there. */
  'sites.manage': office,
  /** Files that were sent, and how much room they take. */
  'files.manage': office,
  /** What the bot knows and when it answers. */
  'bot.manage': office,
  /** Erase people, set how long things are kept, hand out what is kept of somebody. */
  'privacy.manage': office,
  /** Read numbers that are masked, which the audit tells. */
  'privacy.reveal': office,
  /** Settings of the whole desk. */
  'settings.manage': office,
  /** Who changed what in the office. */
  'audit.read': office,
  /** How the program is: nodes, store, what is set aside. */
  'system.read': office,
} as const satisfies Record<string, readonly BuiltInRole[]>

export type Permission = keyof typeof table

export const permissions = Object.keys(table) as Permission[]

const rowOf = (role: BuiltInRole): ReadonlySet<Permission> =>
  new Set(permissions.filter((one) => (table[one] as readonly BuiltInRole[]).includes(role)))

/** The built-in roles, each as what it may. Who set the desk up is its owner; an admin may all but make owners. */
export const roles = Object.fromEntries(
  builtInRoles.map((role) => [role, rowOf(role)]),
) as Readonly<Record<BuiltInRole, ReadonlySet<Permission>>>

/** Whether somebody's role has a permission. Nobody and visitors have none. */
export const allows = (person: Person | null, permission: Permission): boolean =>
  person?.kind === 'staff' && has(person, permission)

/** A role with what it allows, where it is one of the desk's own. */
export type RoleOf = { role: Role; grants?: readonly string[] }

const has = ({ role, grants = [] }: RoleOf, permission: Permission): boolean =>
  isBuiltIn(role)
    ? roles[role].has(permission)
    : permission !== 'owners.manage' && grants.includes(permission)

/**
 * What nothing asks for yet: no role of the desk's own is offered it. A feature takes its own off this
 * list with its first check, and one that forgets to ask is still on it.
 */
export const awaited: readonly Permission[] = ['knowledge.manage', 'reports.read', 'bot.manage']

/** Whether a role of the desk's own can have it. */
export const canGrant = (permission: Permission): boolean =>
  permission !== 'owners.manage' && !awaited.includes(permission)

/** All that a role allows. One that is there no more allows nothing. */
export const permissionsOf = (of: RoleOf): ReadonlySet<Permission> =>
  isBuiltIn(of.role) ? roles[of.role] : new Set(permissions.filter((one) => has(of, one)))
