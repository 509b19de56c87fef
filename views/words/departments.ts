import { plural } from './en/times'
import { promises } from './promises'

const en = {
  title: 'Departments',
  said: {
    created: 'Created.',
    saved: 'Saved.',
    renamed: 'Renamed, everywhere the name is shown.',
    chosen: 'Visitors who choose no department come here from now on.',
    removed: 'Removed. It can be brought back below.',
    restored: 'Back again, as it was.',
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
  nameHint: 'Visitors see it when they choose.',
  rename: 'Rename',
  how: 'How it works',
  howHint:
    'Write times like 90s, 10m, 2h or 3d. Changes hold for conversations that begin after you save.',
  settings: {
    acceptance: {
      label: 'New conversations',
      hint: 'Given to an agent at once, or rings until one accepts.',
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
      hint: 'After that, the visitor is told that their message is kept.',
    },
    accept: {
      label: 'Rings for',
      hint: 'Then it rings at the next colleague. Only where conversations ring first.',
    },
    silence: {
      label: 'Ends after silence of',
      hint: 'When the visitor no longer answers.',
    },
    fileSize: { label: 'Largest file, MB', hint: 'That visitors and agents can send.' },
    imageSize: { label: 'Largest image, MB', hint: 'Place and device are taken out of images.' },
    fileCount: { label: 'Files in one message', hint: 'At most so many together.' },
    voiceLength: {
      label: 'Longest voice message, minutes',
      hint: 'With 0 there is no microphone beside the message field.',
    },
    sneakPeek: {
      label: 'See what visitors type',
      hint: 'Agents see it before it is sent. Visitors are told so, and it is never kept.',
    },
    praiseEn: {
      label: 'What visitors may praise, in English',
      hint: 'One on each line. Offered beside 3, 4 and 5 stars.',
    },
    praiseZh: { label: 'What visitors may praise, in Chinese' },
    blameEn: {
      label: 'What visitors may blame, in English',
      hint: 'One on each line. Offered beside 1, 2 and 3 stars.',
    },
    blameZh: { label: 'What visitors may blame, in Chinese' },
    ...promises.en,
    keepDays: {
      label: 'Days for which conversations are kept after their end',
      hint: '0: as for the whole desk, under Privacy.',
    },
    leftTo: {
      label: 'Mail left messages to',
      hint: 'Up to five addresses, one on each line. A message that nobody has taken five minutes after it was left is mailed there. Empty: nowhere.',
    },
  },
  people: 'Who answers here',
  peopleNone:
    'Nobody yet. Which departments somebody answers for is set on their page, under People.',
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
  nameHint: '访客选择部门时会看到。',
  rename: '改名',
  how: '接待设置',
  howHint: '时间写作 90s（秒）、10m（分）、2h（小时）或 3d（天），对保存后开始的会话生效。',
  settings: {
    acceptance: {
      label: '新会话',
      hint: '直接分配给客服，或先提醒客服，等其接入。',
      choices: { automatic: '自动接入', manual: '手动接入' },
    },
    strategy: {
      label: '分配方式',
      hint: '从在线且未达接待上限的客服中选择。',
      choices: {
        'least-loaded': '接待量最少优先',
        'percent-spare': '饱和度最低优先',
        'round-robin': '轮流分配',
        'longest-idle': '空闲最久优先',
      },
    },
    patience: {
      label: '最长排队时间',
      hint: '超过后告知访客：留言已保存，稍后回复。',
    },
    accept: {
      label: '接入时限',
      hint: '超时未接入时，分配给下一位客服。仅用于手动接入。',
    },
    silence: {
      label: '无回应自动结束',
      hint: '访客超过这一时间没有回应，会话自动结束。',
    },
    fileSize: { label: '单个文件上限（MB）', hint: '访客和客服发送的文件均适用。' },
    imageSize: { label: '单张图片上限（MB）', hint: '图片中的位置和设备信息会自动去除。' },
    fileCount: { label: '每条消息的文件数', hint: '一条消息最多可带的文件数。' },
    voiceLength: {
      label: '语音消息时长上限（分钟）',
      hint: '设为 0 则不显示录音按钮。',
    },
    sneakPeek: {
      label: '输入预知',
      hint: '客服可在访客发送前看到正在输入的内容。访客会得到提示，内容不会保存。',
    },
    praiseEn: { label: '好评标签（英文）', hint: '每行一个，评 3 至 5 星时供访客选择。' },
    praiseZh: { label: '好评标签（中文）' },
    blameEn: { label: '差评标签（英文）', hint: '每行一个，评 1 至 3 星时供访客选择。' },
    blameZh: { label: '差评标签（中文）' },
    ...promises.zh,
    keepDays: {
      label: '会话结束后保留的天数',
      hint: '填 0 表示按全局设置（见“隐私”）。',
    },
    leftTo: {
      label: '留言转发邮箱',
      hint: '每行一个，最多五个。留言五分钟后仍无人接待，会发送到这些邮箱。留空则不发送。',
    },
  },
  people: '部门成员',
  peopleNone: '还没有成员。可在“人员”中打开某人的页面，为其选择部门。',
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
