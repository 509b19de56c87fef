import slidersHorizontal from 'lucide-static/icons/sliders-horizontal.svg' with { type: 'text' }
import type { DeskGroup } from '../../../actors/desk/settings'
import { drawn } from '../../parts/icon'
import { paths } from '../../paths'
import { settings } from '../../words/settings'
import type { MenuEntry } from '../context'

export const settingsPath = paths.office.of('settings')

export const settingsPaths = {
  page: settingsPath,
  group: (group: DeskGroup) => paths.office.of('settings', group),
  logo: paths.office.of('settings', 'logo'),
  logoRemoval: paths.office.of('settings', 'logo', 'removal'),
  preview: paths.office.of('settings', 'preview'),
} as const

export const settingsInMenu = {
  group: 'system',
  path: settingsPath,
  icon: drawn(slidersHorizontal),
  words: settings,
} satisfies MenuEntry
