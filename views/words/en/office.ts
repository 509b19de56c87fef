import { plural } from './times'

/** The pages of who runs the desk. */
export const office = {
  title: 'Office',
  pages: 'Pages of the office',
  toWorkbench: 'Workbench',
  menu: { departments: 'Departments' },
  said: {
    created: 'Created.',
    saved: 'Saved.',
    renamed: 'Renamed, everywhere the name is shown.',
    chosen: 'Visitors who choose no department come here from now on.',
    removed: 'Removed. It can be brought back below.',
    restored: 'Back again, as it was.',
  },
  save: 'Save changes',
  yes: 'Yes',
  no: 'No',
  range: (min: string, max: string) => `${min} to ${max}`,
  savedMeanwhile: (value: string) => `As saved now: ${value}`,
  departments: {
    title: 'Departments',
    count: (n: number) => `${n} in use`,
    nobody: 'no agents',
    onDuty: (n: number, of: number) => `${n} of ${of} on duty`,
    default: 'Default',
    defaultLater: 'Default once it has agents',
    create: 'New department',
    createHint: 'It works as all do in the beginning; change that on its page afterwards.',
    createFirst:
      'All questions go to one department now. Make another when some should go to other people.',
    createDo: 'Create department',
    name: 'Name',
    newName: 'Name of the department',
    nameHint: 'Visitors see it when they choose.',
    rename: 'Rename',
    how: 'How it works',
    howHint: 'Times are 90s, 10m, 2h or 3d. They hold for conversations that begin after you save.',
    settings: {
      acceptance: {
        label: 'New conversations',
        hint: 'Given at once, or rung until the agent accepts.',
        choices: { automatic: 'Given at once', manual: 'Ring first' },
      },
      strategy: {
        label: 'Who is chosen',
        hint: 'Among those who are ready and have room.',
        choices: {
          'least-loaded': 'Who holds the fewest',
          'percent-spare': 'Who has the most room to spare',
          'round-robin': 'Each in turn',
          'longest-idle': 'Who was free the longest',
        },
      },
      patience: {
        label: 'Longest wait',
        hint: 'Who waits longer is told that their message is kept.',
      },
      accept: {
        label: 'Rings for',
        hint: 'Then it rings at the next colleague. Only where conversations ring first.',
      },
      silence: {
        label: 'Ends after silence of',
        hint: 'When the visitor does not answer any more.',
      },
    },
    people: 'Who answers here',
    peopleNone: 'Nobody yet. The command “bellhop agent set” puts people here.',
    defaultTitle: 'Default department',
    defaultHints: {
      yes: 'Visitors who choose no department come here, and new accounts belong here.',
      no: 'Visitors who choose no department go to another one.',
      withAgents: 'Visitors who choose no department come here as soon as somebody answers here.',
    },
    makeDefault: 'Make it the default',
    remove: 'Remove department',
    removeAsk: 'Remove…',
    removeHint:
      'Nobody can choose it any more. Its conversations stay, under its name, and it can come back.',
    onlyOne: 'It is the only one, so it stays. Make another first.',
    stillHas: (agents: number, open: number): string | undefined => {
      const has = [
        open > 0 && `${plural(open, 'open conversation')}, to be ended or handed over`,
        agents > 0 && `${plural(agents, 'person', 'people')}, who need another department first`,
      ].filter((each) => each !== false)
      return has.length > 0 ? `It stays for now: it has ${has.join(', and ')}.` : undefined
    },
    removing: {
      title: (name: string) => `Remove ${name}?`,
      hint: 'Nobody can choose it any more. What was asked of it stays, and you can bring it back.',
      yes: 'Remove it',
      no: 'Keep it',
    },
    removed: 'Removed',
    isRemoved: 'Removed',
    removedHint: 'Nobody can choose these; what was asked of them is kept under their names.',
    isRemovedHint: 'Nobody can choose it; what was asked of it is kept under its name.',
    restore: 'Bring back',
  },
}
