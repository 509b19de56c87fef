import { initialNotices, noticeTimes } from '../agent/notices'
import { MOST_KEPT_DAYS } from '../limits'
import {
  choice,
  color,
  type Field,
  flag,
  link,
  name,
  number,
  patterns,
  settingsOf,
} from '../settings'

/** What visitors see of whose desk it is. */
const brand = settingsOf({
  /** Of the company, as its visitors read it; empty for that of the program. */
  name: name(),
  /** From which the colours of buttons, links and their own messages are made. */
  color: color(),
  /** What the desk does with what it is told: shown before a chat and under it. */
  privacy: link(),
  /** Whether the logo stands for the name, too. */
  logoAlone: flag(false),
})

/** What visitors may send; those who answer may send all that the desk takes. */
const uploads = settingsOf({
  images: flag(true),
  recordings: flag(true),
  documents: flag(true),
  archives: flag(true),
  plainTexts: flag(true),
  /** Megabytes of all files of one message together. */
  messageSize: number(1, 100, 100),
})

/** Tags of conversations. */
const tags = settingsOf({
  /** Whether anybody who may tag may make one that is not in the list. */
  freeTags: flag(true),
})

/** What who has set nothing themself is told of. */
const notices = settingsOf({
  offer: choice(noticeTimes, initialNotices.offer),
  assigned: choice(noticeTimes, initialNotices.assigned),
  message: choice(noticeTimes, initialNotices.message),
  mention: choice(noticeTimes, initialNotices.mention),
  pushText: flag(initialNotices.pushText),
})

/** How long what has ended is kept. */
const retention = settingsOf({
  /** Days after the end of a conversation; 0 for as long as the desk is there. */
  keepDays: number(0, MOST_KEPT_DAYS, 0),
})

/** What nobody reads but who reveals it. */
const masking = settingsOf({
  /** Numbers of cards, which their check digit tells from others. */
  maskCards: flag(true),
  /** Numbers of citizens of China, which theirs does. */
  maskIdentities: flag(true),
  /** What else, by patterns of the desk's own. */
  maskPatterns: patterns(20, 200),
})

/** What is kept of where visitors come from. */
const addresses = settingsOf({
  keepAddresses: choice(['whole', 'cut', 'none'], 'whole'),
})

/** Accounts of visitors. */
const customers = settingsOf({
  /** Whether visitors may have them; those that are there stay, and are not reached while they may not. */
  customers: flag(false),
})

/**
 * What holds for the whole desk, by what a form of the office changes at a time. Whoever adds a
 * setting adds a line here, its use and its words.
 */
export const deskSettings = {
  ...{ brand, uploads, tags, notices, customers },
  ...{ retention, masking, addresses },
}
export type DeskGroup = keyof typeof deskSettings
export const deskGroups = Object.keys(deskSettings) as DeskGroup[]

export type DeskSettings = { readonly [G in DeskGroup]: (typeof deskSettings)[G]['initial'] }
export type UploadSettings = DeskSettings['uploads']

/** Under what the settings of a group are kept. */
export const deskGroupName = (group: DeskGroup): string => `desk.${group}`

/** The fields of a group, in the order of its list. */
export const deskFields = (group: DeskGroup): readonly Field[] => deskSettings[group].fields

/** Stored ones; what they were stored without, or cannot be read, is as in the beginning. */
export const deskGroupIn = <G extends DeskGroup>(
  group: G,
  stored: string | undefined,
): DeskSettings[G] => deskSettings[group].complete(valueIn(stored)) as DeskSettings[G]

const valueIn = (stored: string | undefined): unknown => {
  try {
    return JSON.parse(stored ?? '{}')
  } catch {
    return {}
  }
}
