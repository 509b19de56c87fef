import type { Command } from 'commander'
import { LOGO, logoIn } from '../../actors/desk/logo'
import {
  deskFields,
  deskGroupIn,
  deskGroupName,
  deskGroups,
  deskSettings,
} from '../../actors/desk/settings'
import type { Field } from '../../actors/settings'
import type { Store } from '../store/store'
import { deskOf, lookInto, type Place, withData } from './options'
import { type Form, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import { settingsIn, settingsText, withSettings } from './setting-flags'
import type { Cli } from './terminal'
import { bytesOf } from './text-of'

type Keys = { [G in keyof typeof deskSettings]: (typeof deskSettings)[G]['fields'][number]['key'] }
type Key = Keys[keyof Keys]

const words: Readonly<Record<Key, string>> = {
  name: 'name of the desk as visitors see it; an empty one for that of the program',
  color:
    'colour of the brand, like #0a7d5a, on the pages of visitors; an empty one for that of the program',
  privacy: 'link to what the desk does with what it is told; an empty one for none',
  logoAlone: 'whether the logo has the name in it, which is then not written beside it',
  images: 'whether visitors may send images',
  recordings: 'whether they may send audio and video',
  documents: 'whether they may send PDF and Office files',
  archives: 'whether they may send archives (ZIP)',
  plainTexts: 'whether they may send plain text',
  messageSize: 'megabytes of all files of one message',
  freeTags: 'whether who tags may make tags that are not in the list',
  keepDays: 'days for which conversations are kept after their end; 0 for good',
  maskCards: 'whether numbers of cards are masked for whoever does not reveal them',
  maskIdentities: 'the same of Chinese identity numbers',
  maskPatterns: 'what else is masked: patterns (RE2), one on each line',
  keepAddresses:
    'whether addresses (IP) of visitors are kept: whole, cut to their network, or none',
  offer: 'when who has set nothing themself is told that a conversation rings',
  assigned: 'the same of one that is given to them',
  message: 'the same of a message',
  mention: 'the same of being called by name',
  pushText: 'whether the words of a message are in it',
  customers: 'whether visitors may have accounts',
}

const more = `
Without a flag it tells what is set. Visitors read the name at the head of each page and in the title
of the tab; an empty one gives the name of the program back. The logo is a PNG, JPEG or WebP image;
none takes it away. With --customers yes visitors may make an account at /register and find their chats
at /me. What is not named stays as it is. Works while the desk is open and while it is closed.`

type Flags = Place & Form & { logo?: string }

export const addSettings = (program: Command, cli: Cli) => {
  const command = withJson(withData(program.command('settings')))
    .description('what holds for the whole desk')
    .option('--logo <file|none>', 'logo of the desk, beside the name')
  for (const { fields } of Object.values(deskSettings))
    withSettings<Key>(command, fields as readonly (Field & { key: Key })[], words)
  command.addHelpText('after', more).action(async (flags: Flags) => {
    await change(cli, flags)
    const all = await lookInto(cli, flags, readAll)
    if (flags.json) cli.out(JSON.stringify(all))
    else {
      cli.out(`logo: ${all.logo ? `${all.logo.width} × ${all.logo.height} pixels` : 'none'}`)
      for (const group of deskGroups)
        cli.out(`${group}: ${settingsText(deskFields(group), all[group])}`)
    }
  })
}

const readAll = async ({ accounts }: Pick<Store, 'accounts'>) => {
  const groups = await Promise.all(
    deskGroups.map(async (group) => {
      const stored = await accounts.setting(deskGroupName(group))
      return [group, deskGroupIn(group, stored)] as const
    }),
  )
  return {
    logo: logoIn(await accounts.setting(LOGO)),
    ...(Object.fromEntries(groups) as Record<(typeof deskGroups)[number], object>),
  }
}

/** Each group by itself: what is wrong in one says so, and the others hold. */
const change = async (cli: Cli, flags: Flags) => {
  const desk = deskOf(cli, flags)
  if (flags.logo !== undefined) {
    const picture = flags.logo === 'none' ? null : bytesOf(flags.logo).toString('base64')
    await sendToDesk(cli, desk, { do: 'desk logo', input: { picture } })
  }
  for (const group of deskGroups) {
    const changes = settingsIn(deskFields(group), flags)
    if (Object.keys(changes).length > 0)
      await sendToDesk(cli, desk, { do: 'desk settings', input: { group, changes } })
  }
}
