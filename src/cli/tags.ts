import { type Command, Option } from 'commander'
import { isListed, type TagColor, tagColors } from '../../actors/tag'
import type { Store } from '../store/store'
import { deskOf, type Place, withData } from './options'
import { addList, type Form, type Listing, tell, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import type { Cli } from './terminal'

/** A tag with how many conversations have it. */
type TagRow = {
  key: string
  name: string
  color: TagColor
  description: string
  listed: boolean
  uses: number
}

const listing: Listing<TagRow> = {
  read: async ({ tags }: Store) => {
    const [all, uses] = await Promise.all([tags.all(), tags.uses()])
    const known = new Set(all.map(({ key }) => key))
    const free = [...uses.keys()].filter((key) => !known.has(key))
    return [
      ...all.filter(isListed).map(({ key, name, color, description }) => ({
        ...{ key, name, color, description, listed: true, uses: uses.get(key) ?? 0 },
      })),
      ...free.map((key) => ({
        ...{ key, name: key, color: 'plain' as const, description: '' },
        ...{ listed: false, uses: uses.get(key) ?? 0 },
      })),
    ]
  },
  columns: {
    name: ({ name }) => name,
    color: ({ color }) => color,
    listed: ({ listed }) => (listed ? 'yes' : 'no'),
    conversations: ({ uses }) => String(uses),
    description: ({ description }) => description,
  },
}

const more = `
A tag that is not in the list is put into it. Under another name it goes to all conversations that have
it, within moments while the desk is open, and the former name goes on standing for it.`

type Flags = Place & Form & { rename?: string; color?: TagColor; description?: string }

/** The list of tags. */
export const addTags = (program: Command, cli: Cli) => {
  const group = program.command('tag').description('what conversations are called')
  withJson(withData(group.command('set')))
    .description('put a tag into the list, or change it')
    .argument('<name>', 'name of the tag')
    .option('--rename <new>', 'another name for it')
    .addOption(new Option('--color <word>', 'in which tint it is drawn').choices(tagColors))
    .option('--description <words>', 'what it is for')
    .addHelpText('after', more)
    .action(async (tag: string, flags: Flags) => {
      const { rename, color, description } = flags
      const name = rename === undefined ? {} : { name: rename }
      const input = {
        ...{ tag, ...name },
        ...(color === undefined ? {} : { color }),
        ...(description === undefined ? {} : { description }),
      }
      const { id } = await sendToDesk(cli, deskOf(cli, flags), { do: 'tag set', input })
      await said(cli, flags, id, `${rename ?? tag} is in the list`)
    })
  withJson(withData(group.command('merge')))
    .description('make one tag of two, on all conversations')
    .argument('<name>', 'the tag that goes')
    .argument('<into>', 'the tag that stays')
    .action(async (tag: string, into: string, flags: Flags) => {
      const input = { tag, into }
      const { id } = await sendToDesk(cli, deskOf(cli, flags), { do: 'tag merge', input })
      await said(cli, flags, id, `${tag} is ${into} from now on`)
    })
  withJson(withData(group.command('remove')))
    .description('take a tag out of the list and off all conversations')
    .argument('<name>', 'name of the tag')
    .action(async (tag: string, flags: Flags) => {
      const { id } = await sendToDesk(cli, deskOf(cli, flags), {
        ...{ do: 'tag remove', input: { tag } },
      })
      await said(cli, flags, id, `${tag} is no tag any more`)
    })
  addList(group, 'every tag, and how many conversations have it', listing, cli)
}

const said = (cli: Cli, flags: Flags, id: string, words: string) =>
  tell(cli, flags, listing, { isIt: (row) => row.key === id, words: () => [words] })
