import eraser from 'lucide-static/icons/shield-user.svg' with { type: 'text' }
import type { Erasure } from '../../../actors/erasing/erasure'
import { drawn } from '../../parts/icon'
import { paths } from '../../paths'
import { privacy } from '../../words/privacy'
import type { MenuEntry, OfficeContext } from '../context'
import type { Editable } from '../setting-fields'

export const privacyPaths = {
  page: paths.office.of('privacy'),
  look: paths.office.of('privacy', 'look'),
  erasures: paths.office.of('privacy', 'erasures'),
  archive: paths.office.of('privacy', 'archive'),
  holds: paths.office.of('privacy', 'holds'),
  retention: paths.office.of('privacy', 'retention', 'delete'),
  settings: (group: PrivacyGroup) => paths.office.of('privacy', group),
  release: (object: string) => paths.office.of('privacy', 'holds', object, 'release'),
} as const

export const privacyInMenu = {
  group: 'system',
  path: privacyPaths.page,
  icon: drawn(eraser),
  words: privacy,
} satisfies MenuEntry<keyof (typeof privacy)['en']['said']>

/** What of the desk's settings is changed here. */
export const privacyGroups = ['retention', 'masking', 'addresses'] as const
export type PrivacyGroup = (typeof privacyGroups)[number]

/** An erasure as it is shown: nothing of it says whom it was about. */
export type ErasureLine = Pick<
  Erasure,
  'id' | 'at' | 'byName' | 'step' | 'counts' | 'doneAt' | 'digest'
> & { failed: boolean }

export type HoldLine = { object: string; reason: string; byName: string; at: number }

/** Whom somebody means, before they erase them or take along what is theirs. */
export type Foreseen = {
  /** As it was typed. */
  ref: string
  visitors: number
  accounts: number
  conversations: number
  held: boolean
}

export type PrivacyDetails = {
  erasures: readonly ErasureLine[]
  holds: readonly HoldLine[]
  foreseen: Foreseen | null
  groups: Readonly<Record<PrivacyGroup, Editable>>
  /** How many conversations would be deleted now, by department and the days for which it keeps them. */
  expired: readonly { name: string; days: number; count: number }[]
}

export type PrivacyProps = OfficeContext & PrivacyDetails
