import { departmentSettingWords as settings } from './department-settings'
import { plural } from './en/times'

const en = {
  title: 'Departments',
  said: {
    created: 'Created.',
    saved: 'Saved.',
    renamed: 'Renamed, everywhere the name is shown.',
    chosen: 'Visitors who choose no department come here from now on.',
    removed: 'Removed. It can be brought back below.',
    restored: 'Back again, as it was.',
    joined: 'They answer here from now on.',
    left: 'They no longer answer here. What they have stays with them.',
  },
  count: (n: number) => `${n} in use`,
  nobody: 'no agents',
  onDuty: (n: number, of: number) => `${n} of ${of} on duty`,
  default: 'Default',
  defaultLater: 'Default once it has agents',
  create: 'New department',
  createHint: 'It starts with the usual settings. Change them on its page afterwards.',
  createFirst:
    'All questions go to one department now. Make another when some should go to other people.',
  createDo: 'Create department',
  name: 'Name',
  newName: 'Name of the department',
  nameHint: 'Colleagues read it; visitors too, where it has no name in their language.',
  rename: 'Rename',
  howHint:
    'Write times like 90s, 10m, 2h or 3d. Changes hold for conversations that begin after you save.',
  savesAll: 'Each button here saves all of these parts.',
  groups: {
    giving: { title: 'Giving out', hint: 'Who gets a new conversation, and how it reaches them.' },
    waiting: { title: 'Waiting and silence', hint: 'How long visitors wait, and are waited for.' },
    promised: {
      title: 'Promised times (SLA)',
      hint: 'Within what time visitors are answered and helped. Only open hours count.',
    },
    named: {
      title: 'Name for visitors',
      hint: 'What visitors read, each in their language. Empty: the name that colleagues read.',
    },
    sending: {
      title: 'Messages and files',
      hint: 'What can be sent here, and how large it may be.',
    },
    left: { title: 'Left messages', hint: 'What visitors leave when nobody can answer.' },
    rated: { title: 'Ratings', hint: 'What visitors can add to their stars by a press.' },
    kept: { title: 'How long it is kept', hint: 'What has ended is deleted after that time.' },
  },
  settings: settings.en,
  people: 'Who answers here',
  peopleNone: 'Nobody yet.',
  join: 'Another colleague',
  joinDo: 'Add',
  leave: (name: string) => `Take ${name} out of this department`,
  onlyHere: 'only here',
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
    hint: 'Nobody can choose it any more. Its conversations stay, and you can bring it back.',
    yes: 'Remove it',
    no: 'Keep it',
  },
  removed: 'Removed',
  isRemoved: 'Removed',
  removedHint: 'Nobody can choose these. Their conversations are kept under their names.',
  isRemovedHint: 'Nobody can choose it. Its conversations are kept under its name.',
  restore: 'Bring back',
}

const zh: typeof en = {
  title: '部门',
  said: {
    created: '已创建。',
    saved: '已保存。',
    renamed: '已改名，各处显示的名称同时更新。',
    chosen: '未选择部门的访客今后将进入这个部门。',
    removed: '已移除，可在下方恢复。',
    restored: '已恢复，设置与移除前相同。',
    joined: '已加入部门。',
    left: '已移出部门，其接待中的会话不受影响。',
  },
  count: (n) => `使用中 ${n} 个`,
  nobody: '暂无客服',
  onDuty: (n, of) => `${n} / ${of} 名客服在线`,
  default: '默认',
  defaultLater: '有客服后成为默认',
  create: '新建部门',
  createHint: '新部门使用默认设置，创建后可在其页面修改。',
  createFirst: '目前所有咨询都进入同一个部门。需要由其他客服接待时，可新建部门。',
  createDo: '创建部门',
  name: '名称',
  newName: '部门名称',
  nameHint: '供同事查看；未设置对应语言的名称时，访客看到的也是它。',
  rename: '改名',
  howHint: '时间写作 90s（秒）、10m（分）、2h（小时）或 3d（天），对保存后开始的会话生效。',
  savesAll: '每个保存按钮都会保存以下全部设置。',
  groups: {
    giving: { title: '分配与接入', hint: '新会话分配给谁，以及如何接入。' },
    waiting: { title: '排队与超时', hint: '访客最多等待多久，多久没有回应会结束会话。' },
    promised: { title: '响应时限（SLA）', hint: '承诺在多长时间内回复和解决，只计服务时间。' },
    named: {
      title: '访客看到的名称',
      hint: '访客按各自的语言看到的部门名称，留空则使用部门名称。',
    },
    sending: { title: '消息与文件', hint: '可发送的内容及其大小上限。' },
    left: { title: '留言', hint: '无人接待时访客留下的消息。' },
    rated: { title: '满意度评价', hint: '访客评分时可直接选择的标签。' },
    kept: { title: '保留期限', hint: '会话结束后超过期限即删除。' },
  },
  settings: settings.zh,
  people: '部门成员',
  peopleNone: '还没有成员。',
  join: '添加成员',
  joinDo: '添加',
  leave: (name) => `将${name}移出此部门`,
  onlyHere: '仅属于此部门',
  defaultTitle: '默认部门',
  defaultHints: {
    yes: '未选择部门的访客会进入这里，新账号也归入这里。',
    no: '未选择部门的访客会进入其他部门。',
    withAgents: '有客服后，未选择部门的访客会进入这里。',
  },
  makeDefault: '设为默认',
  remove: '移除部门',
  removeAsk: '移除…',
  removeHint: '移除后无法再选择这个部门；原有会话仍以其名称保留，之后也可恢复。',
  onlyOne: '这是唯一的部门，不能移除。请先新建其他部门。',
  stillHas: (agents, open) => {
    const has = [
      open > 0 && `${open} 个进行中的会话，请先结束或转接`,
      agents > 0 && `${agents} 名成员，请先为其更换部门`,
    ].filter((each) => each !== false)
    return has.length > 0 ? `暂时不能移除：还有 ${has.join('；还有 ')}。` : undefined
  },
  removing: {
    title: (name) => `要移除“${name}”吗？`,
    hint: '移除后无法再选择这个部门；原有会话会保留，之后也可恢复。',
    yes: '移除',
    no: '保留',
  },
  removed: '已移除的部门',
  isRemoved: '已移除',
  removedHint: '已移除的部门无法选择，原有会话仍以其名称保留。',
  isRemovedHint: '这个部门无法选择，原有会话仍以其名称保留。',
  restore: '恢复',
}

/** The departments, for who runs the desk. */
export const departments = { en, zh }
