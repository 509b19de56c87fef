import type { Command } from 'commander'
import { type DepartmentSettings, departmentSettings } from '../../actors/department/settings'
import type { DepartmentRow } from '../../actors/summary'
import { departmentListing } from './departments/listing'
import { addRoster } from './moving/rosters'
import { deskOf, lookInto, type Place, withData } from './options'
import { addList, type Form, show, withJson } from './output'
import { sendToDesk } from './send-to-desk'
import { settingsIn, settingsText, withSettings } from './setting-flags'
import type { Cli } from './terminal'

const { fields } = departmentSettings

export const departmentWords: Record<(typeof fields)[number]['key'], string> = {
  nameEn: 'what visitors read it to be called in English; its own name where it is empty',
  nameZh: 'the same in Chinese',
  acceptance: 'whether it is given to an agent at once, or rings until one accepts',
  strategy: 'who is chosen',
  headStart: 'how much longer a wait counts for each step of priority, 0s where all wait alike',
  vip: 'tags of visitors for whom it goes one step further, like VIP,Press',
  languageRule:
    "whether an agent must speak the visitor's language, goes first if they do, or need not",
  languageWait: 'how long who speaks it is waited for where they go first',
  skillRule: 'whether who is good at what it is about goes first, or nobody else gets it',
  skillWait: 'how long nobody else gets it where that is required',
  fairLimit: 'how many are offered to one in a row while another is free, 0 for any number',
  overflowTo: 'the department that has who would wait too long here, none for none',
  overflowLength: 'how many wait here before others are handed on, 0 for any number',
  overflowWait: 'how long they wait here before they are handed on, 0s for as long as it takes',
  patience: 'after how long in the queue it counts as a message left',
  accept: 'how long it rings at one agent',
  silence: 'after how long without an answer from the visitor it ends',
  fileSize: 'megabytes of a file in a message',
  imageSize: 'megabytes of an image in a message',
  fileCount: 'how many files a message may have',
  voiceLength: 'minutes of a voice message, 0 for none',
  sneakPeek: 'whether agents see what visitors type before they send it; visitors are told',
  praiseEn: 'what visitors may praise, in English, one on each line',
  praiseZh: 'what visitors may praise, in Chinese',
  blameEn: 'what visitors may blame, in English',
  blameZh: 'what visitors may blame, in Chinese',
  leftTo: 'where messages are mailed that were left while nobody came, one address on each line',
  wrapUpFields:
    'what agents fill in before they end: nothing, a reason and solved or not, or a file',
  slaFirst: 'within what time of being open a first answer is promised, 0s for none',
  slaNext: 'within what time each next answer is promised',
  slaSolve: 'within what time it is promised to be solved',
  slaHaste: 'the share of these times for high and urgent priority, in per cent',
  keepDays:
    'days for which its conversations are kept after their end; 0 for as long as those of the desk',
  hours:
    'when it takes conversations: always, by the hours of the desk, or by those in a file (JSON)',
}

const more = `
The strategy chooses which agent gets a conversation. With automatic acceptance it is theirs at
once. With manual acceptance it rings until they accept; after --accept (30s) it rings at the next
agent. A visitor who waits longer than --patience (10m) is told that they have left a message, and a
conversation whose visitor does not answer for --silence (30m) ends. Write times like 90s, 10m, 2h
or 3d; they hold for conversations that begin from then on. The default department gets visitors who
choose none, and accounts made without --department; until you choose one it is the first that was
made. Visitors come to a department without agents only while no other has any. With
--wrap-up-fields usual, agents give a reason and say whether it was solved before they end a
conversation; a file has a list of questions in JSON, as \`department list --json\` prints them. Who
waits is next by how long they wait; each step of priority (low, normal, high, urgent) counts as
--head-start more (10m), and so does a tag of the visitor in --vip. With --overflow-to, who is behind
--overflow-length others or has waited --overflow-wait goes to that department's queue, with the
time they have waited, while somebody is on duty there. What
is not named stays as it is. Works while the desk is open and while it is closed.`

const moreOfRemoving = `
The only department cannot be removed, nor one that has agents or an open conversation. Its
conversations are kept under its name. \`department set\` with that name brings it back as it was.`

/** Another department is told by what it is called. */
const withNames = (settings: DepartmentSettings, all: readonly DepartmentRow[]) => ({
  ...settings,
  overflowTo: all.find(({ id }) => id === settings.overflowTo)?.name ?? '',
})

export const addDepartments = (program: Command, cli: Cli) => {
  const group = program.command('department').description('how departments work')
  withSettings(withJson(withData(group.command('set'))), fields, departmentWords)
    .description('open a department, or change how one works')
    .argument('<name>', 'name as visitors see it')
    .option('--default', 'make it the department of whoever names none')
    .addHelpText('after', more)
    .action(async (name: string, flags: Place & Form & { default?: true }) => {
      const input = { name, settings: settingsIn(fields, flags), isDefault: flags.default }
      const { id } = await sendToDesk(cli, deskOf(cli, flags), { do: 'department open', input })
      const all = await lookInto(cli, flags, ({ departments }) => departments.all())
      const set = all.find((one) => one.id === id)
      if (set && !flags.json)
        cli.out(`${set.name}: ${settingsText(fields, withNames(set.settings, all))}`)
      await show(cli, flags, departmentListing)
    })
  withJson(withData(group.command('rename')))
    .description('give a department another name, everywhere it is shown')
    .argument('<name>', 'name as visitors see it')
    .argument('<new>', 'the new name')
    .action(async (name: string, to: string, flags: Place & Form) => {
      await sendToDesk(cli, deskOf(cli, flags), { do: 'department rename', input: { name, to } })
      await show(cli, flags, departmentListing)
    })
  withJson(withData(group.command('remove')))
    .description('let nobody choose a department any more')
    .argument('<name>', 'name as visitors see it')
    .addHelpText('after', moreOfRemoving)
    .action(async (name: string, flags: Place & Form) => {
      await sendToDesk(cli, deskOf(cli, flags), { do: 'department remove', input: { name } })
      await show(cli, flags, departmentListing)
    })
  addList(group, 'every department, and how it works', departmentListing, cli)
  addRoster(group, 'departments', cli)
}
