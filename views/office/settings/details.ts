import type { Logo } from '../../../actors/desk/logo'
import type { DeskGroup } from '../../../actors/desk/settings'
import type { OfficeContext } from '../context'
import type { Editable } from '../setting-fields'

/** What holds for the whole desk as it is now, and what its forms are made from. */
export type DeskDetails = {
  groups: Readonly<Record<DeskGroup, Editable>>
  logo: Logo | null
  /** Megabytes of a picture that a logo is made from. */
  logoMb: number
  /** What is drawn instead of the colour, where white words could not be read on it. */
  correction: { drawn: string; ratio: number } | null
}

export type SettingsProps = OfficeContext & { desk: DeskDetails }
