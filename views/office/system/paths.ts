import server from 'lucide-static/icons/server.svg' with { type: 'text' }
import { drawn } from '../../parts/icon'
import { paths } from '../../paths'
import { system } from '../../words/system'
import type { MenuEntry } from '../context'

export const systemPath = paths.office.of('system')
export const systemFeedPath = paths.office.of('system', 'feed')

export const systemInMenu = {
  group: 'system',
  path: systemPath,
  icon: drawn(server),
  words: system,
} satisfies MenuEntry
