import { isAwayReason } from '../../actors/agent/away'
import { plural } from './en/times'
import type { Language } from './language'

const en = {
  title: 'You',
  said: {
    saved: 'Saved.',
    ended: 'Signed out there.',
    factorOff: 'Two-step sign-in is off.',
  },
  open: 'Profile and notifications',
  today: 'Your day',
  /** How each is counted. */
  todayHint:
    'Since midnight by your clock, in conversations that are with you or ended with you. The first answer is timed from when a conversation came to you until you first wrote in it; half took longer than the figure, half took less.',
  figures: {
    taken: 'Came to you',
    ended: 'Ended with you',
    messages: 'Messages you wrote',
    firstAnswer: 'First answer (median)',
    rating: 'Rating',
  },
  seconds: (s: number) => (s < 90 ? `${s} s` : `${Math.round(s / 60)} min`),
  stars: (average: string, n: number) => `${average} of 5 · ${plural(n, 'rating')}`,
  none: '–',
  profile: 'Name',
  name: 'Your name',
  nameHint: 'Visitors and colleagues read it.',
  picture: 'Picture',
  pictureHint:
    'PNG, JPEG or WebP, at most 100 KB. Visitors you help see it. A larger one is made smaller where scripts run.',
  choosePicture: 'Image',
  upload: 'Use this picture',
  removePicture: 'Remove the picture',
  notices: 'Notifications',
  noticesHint:
    'Sound and notification on the screen. The sound of an offer is repeated every 5 seconds until it is answered.',
  events: {
    offer: 'A conversation is offered to you',
    assigned: 'A conversation comes to you',
    message: 'A visitor writes to you',
    mention: 'A colleague mentions you',
  },
  times: { always: 'Always', hidden: 'Only while I look elsewhere', never: 'Never' },
  pushText: 'Words of the message in notifications of this account’s devices',
  pushTexts: { yes: 'Show them', no: 'Do not show them' },
  device: 'This device',
  deviceHint:
    'Lets this browser tell you while the workbench is in the background or closed. It ends when you sign out.',
  turnOn: 'Turn on for this device',
  turnOff: 'Turn off for this device',
  states: {
    on: 'On for this device.',
    off: 'Off for this device.',
    denied: 'Your browser blocks notifications of this site. Allow them in its settings first.',
    missing: 'This browser cannot show notifications here. It needs https.',
    desktop: 'On while the workbench is open in a tab.',
  },
  password: 'Password',
  passwordHint: 'Everywhere else you are signed out.',
  currentPassword: 'Current password',
  save: 'Save',
  changePassword: 'Change password',
  away: {
    reason: 'Why (colleagues see it)',
    words: 'or in your own words',
    none: 'Say nothing',
    go: 'Go away with this reason',
    reasons: {
      break: 'Short break',
      lunch: 'Lunch',
      meeting: 'Meeting',
      training: 'Training',
      task: 'Another task',
    },
  },
  told: {
    offer: 'A conversation is offered to you',
    assigned: 'A conversation has come to you',
    message: 'A visitor wrote to you',
    mention: 'A colleague mentioned you',
    open: 'Open the workbench to answer.',
  },
}

const zh: typeof en = {
  title: '我的',
  said: { saved: '已保存。', ended: '已退出该处的登录。', factorOff: '两步验证已关闭。' },
  open: '个人资料与通知',
  today: '今日数据',
  todayHint:
    '按您所在时区自零点起统计，包含正由您接待以及在您手上结束的会话。首次响应指会话分配给您到您发出第一条消息的时间，显示中位数。',
  figures: {
    taken: '接待会话',
    ended: '结束会话',
    messages: '发送消息',
    firstAnswer: '首次响应（中位数）',
    rating: '评分',
  },
  seconds: (s) => (s < 90 ? `${s} 秒` : `${Math.round(s / 60)} 分钟`),
  stars: (average, n) => `${average} 分（满分 5 分），${n} 条评价`,
  none: '暂无',
  profile: '名称',
  name: '您的名称',
  nameHint: '访客和同事都会看到。',
  picture: '头像',
  pictureHint:
    '支持 PNG、JPEG 或 WebP，不超过 100 KB，您接待的访客会看到。启用脚本时会自动缩小较大的图片。',
  choosePicture: '图片',
  upload: '使用这张图片',
  removePicture: '移除头像',
  notices: '通知',
  noticesHint: '提示音和屏幕通知。有会话待您接入时，提示音每 5 秒重复一次，直到您处理。',
  events: {
    offer: '有会话待您接入',
    assigned: '有会话分配给您',
    message: '访客发来消息',
    mention: '有同事 @ 您',
  },
  times: { always: '始终', hidden: '仅当我没有查看工作台时', never: '从不' },
  pushText: '推送通知中的消息内容',
  pushTexts: { yes: '显示', no: '不显示' },
  device: '本设备',
  deviceHint: '工作台在后台或已关闭时，由浏览器通知您。退出登录后停止通知。',
  turnOn: '在本设备上开启',
  turnOff: '在本设备上关闭',
  states: {
    on: '本设备已开启。',
    off: '本设备未开启。',
    denied: '浏览器已禁止本站通知，请先在浏览器设置中允许。',
    missing: '此浏览器无法在这里显示通知，需要使用 https 访问。',
    desktop: '工作台在标签页中打开时有效。',
  },
  password: '密码',
  passwordHint: '修改后，其他设备将退出登录。',
  currentPassword: '当前密码',
  save: '保存',
  changePassword: '修改密码',
  away: {
    reason: '离开原因（同事可见）',
    words: '或自行填写',
    none: '不说明',
    go: '按此原因离开',
    reasons: {
      break: '小休',
      lunch: '用餐',
      meeting: '会议',
      training: '培训',
      task: '处理其他工作',
    },
  },
  told: {
    offer: '有会话待您接入',
    assigned: '有会话分配给您',
    message: '访客给您发来消息',
    mention: '有同事 @ 您',
    open: '打开工作台即可回复。',
  },
}

/** What is somebody's own who answers: their profile, their day, what they are told of. */
export const me = { en, zh }

/** Why somebody is away: a reason of the list in the reader's language, else as they said it. */
export const awayWords = (reason: string, language: Language): string =>
  isAwayReason(reason) ? me[language].away.reasons[reason] : reason
