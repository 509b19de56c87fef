/** When somebody is told. */
const times = {
  en: { always: 'Always', hidden: 'While they look elsewhere', never: 'Never' },
  zh: { always: '始终', hidden: '不在看工作台时', never: '从不' },
}

const en = {
  title: 'Settings',
  said: {
    saved: 'Saved. Visitors read it from now on.',
    kept: 'Saved. It holds from now on.',
    logo: 'The logo is on the pages of visitors now.',
    noLogo: 'The logo is gone: the bell stands for it.',
  },
  save: 'Save',
  look: 'Look',
  lookHint:
    'What visitors see of your brand: on the front page, in the chat and in the chat on your sites. The workbench and the office keep their own colours, for there a colour says how things stand.',
  corrected: (drawn: string, ratio: number) =>
    `White words on this colour have a contrast of ${ratio}:1, and 4.5:1 is needed to read them. Buttons and messages are drawn in ${drawn} instead.`,
  preview: 'Preview',
  previewOf: 'The chat in this colour',
  logo: 'Logo',
  logoHint: (limit: number) =>
    `At the head of the front page, the chat and the page to sign in. PNG, JPEG or WebP, at most ${limit} MB. It is shown 32 pixels high and at most 160 wide; one with a clear ground suits light and dark.`,
  logoNow: 'The logo as it is now',
  logoNone: 'There is none: a bell stands for it.',
  logoChoose: 'Picture',
  logoSend: 'Use this picture',
  logoRemove: 'Remove the logo',
  files: 'Files of visitors',
  filesHint:
    'What visitors may send in a chat. How large one file may be, and how many there may be in a message, each department says. Colleagues may send all kinds.',
  notices: 'Notifications',
  noticesHint:
    'What those who answer are told of until they choose for themselves, on the page of their own.',
  settings: {
    name: {
      label: 'Name of your desk',
      hint: 'What visitors read at the head of each page and in the title of the tab: your company, or what you call this desk. Leave it empty for the name of the program.',
    },
    color: {
      label: 'Colour of your brand',
      hint: 'Like #0a7d5a. The shades for light and dark are made from it. Empty for the violet of the program.',
    },
    privacy: {
      label: 'Privacy page',
      hint: 'A whole link, like https://www.example.com/privacy. It is shown before a chat starts, under the chat and on the front page. Empty for none.',
    },
    logoAlone: {
      label: 'The logo has the name in it',
      hint: 'Then the name is not written beside it.',
    },
    images: { label: 'Images', hint: 'JPEG, PNG, GIF and WebP.' },
    recordings: {
      label: 'Audio and video',
      hint: 'Voice messages, too: without it there is no microphone in the chat.',
    },
    documents: { label: 'Documents', hint: 'PDF, Word, Excel, PowerPoint and OpenDocument.' },
    archives: { label: 'Archives', hint: 'ZIP.' },
    plainTexts: { label: 'Plain text', hint: 'TXT, CSV, JSON, calendars and contacts.' },
    messageSize: {
      label: 'All files of one message together, in megabytes',
      hint: 'For colleagues as well. More is refused, and nothing of it is kept.',
    },
    freeTags: {
      label: 'Colleagues may make tags',
      hint: 'Without it only the tags of this list can be put on a conversation. Those that are on one already stay.',
    },
    keepDays: {
      label: 'Days for which conversations are kept after their end',
      hint: '0 keeps them for good. A department may say otherwise on its page.',
    },
    maskCards: {
      label: 'Numbers of cards',
      hint: 'Those whose check digit is right, in whatever groups they are written.',
    },
    maskIdentities: {
      label: 'Chinese identity numbers',
      hint: '18 signs, with a day that there was and the right check digit.',
    },
    maskPatterns: {
      label: 'Patterns of your own',
      hint: 'One on a line, as RE2 has them, like KD-\\d{6}. At most 20.',
    },
    keepAddresses: {
      label: 'Addresses (IP) of visitors',
      hint: 'Of a cut one the network is kept: 203.0.113.0/24, or 2001:db8:1::/48. It holds for what comes from now on. Limits and blocks go by the whole address for as long as a request takes.',
      choices: {
        whole: 'Are kept',
        cut: 'Are cut to their network',
        none: 'Are not kept',
      },
    },
    offer: { label: 'A conversation rings', choices: times.en },
    assigned: { label: 'A conversation is given to them', choices: times.en },
    message: { label: 'A visitor writes', choices: times.en },
    mention: { label: 'A colleague calls them by name', choices: times.en },
    pushText: {
      label: 'The words of a message are in it',
      hint: 'Whoever sees the screen of the device can read them.',
    },
    customers: { label: 'Visitors may have accounts' },
  },
}

const zh: typeof en = {
  title: '设置',
  said: {
    saved: '已保存，访客即刻可见。',
    kept: '已保存，立即生效。',
    logo: '标志已显示在访客页面上。',
    noLogo: '标志已移除，恢复为默认的铃铛。',
  },
  save: '保存',
  look: '外观',
  lookHint:
    '访客在首页、对话窗口和网站挂件中看到的品牌外观。工作台和管理后台保持自己的颜色，因为那里的颜色表示状态。',
  corrected: (drawn: string, ratio: number) =>
    `白色文字在此颜色上的对比度为 ${ratio}:1，低于可读所需的 4.5:1，按钮和消息将改用 ${drawn}。`,
  preview: '预览',
  previewOf: '使用此颜色的对话窗口',
  logo: '标志',
  logoHint: (limit: number) =>
    `显示在首页、对话窗口和登录页顶部。支持 PNG、JPEG、WebP，不超过 ${limit} MB。显示高度 32 像素，最宽 160 像素；建议使用透明底图，浅色和深色下都合适。`,
  logoNow: '当前标志',
  logoNone: '尚未设置，显示默认的铃铛。',
  logoChoose: '图片',
  logoSend: '使用此图片',
  logoRemove: '移除标志',
  files: '访客文件',
  filesHint:
    '访客可以在对话中发送哪些文件。单个文件的大小和每条消息的数量在各部门中设置。客服可发送所有类型。',
  notices: '通知',
  noticesHint: '客服在个人页面自行选择之前，按此接收通知。',
  settings: {
    name: {
      label: '服务台名称',
      hint: '显示在访客每个页面的顶部和浏览器标签标题中，可填公司名称或您的服务台名称。留空则显示程序名称。',
    },
    color: {
      label: '品牌色',
      hint: '如 #0a7d5a，浅色和深色的各个色阶由它生成。留空则使用程序的紫色。',
    },
    privacy: {
      label: '隐私政策页面',
      hint: '完整链接，如 https://www.example.com/privacy。显示在对话开始前、对话窗口底部和首页。留空则不显示。',
    },
    logoAlone: { label: '标志中已包含名称', hint: '选“是”则旁边不再显示名称。' },
    images: { label: '图片', hint: '支持 JPEG、PNG、GIF、WebP。' },
    recordings: { label: '音频和视频', hint: '包括语音消息：不允许时，对话窗口中没有麦克风。' },
    documents: { label: '文档', hint: '支持 PDF、Word、Excel、PowerPoint、OpenDocument。' },
    archives: { label: '压缩包', hint: '支持 ZIP。' },
    plainTexts: { label: '纯文本', hint: 'TXT、CSV、JSON、日历和名片。' },
    messageSize: {
      label: '每条消息的文件总大小（MB）',
      hint: '对客服同样有效。超出则拒绝，不保存任何内容。',
    },
    freeTags: {
      label: '客服可以新建标签',
      hint: '选“否”则只能使用此列表中的标签，会话上已有的标签保留。',
    },
    keepDays: {
      label: '会话结束后保留的天数',
      hint: '填 0 表示永久保留。各部门可在其页面单独设置。',
    },
    maskCards: { label: '银行卡号', hint: '仅限校验位正确的卡号，不论如何分组书写。' },
    maskIdentities: { label: '身份证号', hint: '18 位，出生日期有效且校验码正确。' },
    maskPatterns: {
      label: '自定义规则',
      hint: '每行一条 RE2 正则表达式，例如 KD-\\d{6}，最多 20 条。',
    },
    keepAddresses: {
      label: '访客 IP 地址',
      hint: '截断时只保留网段：203.0.113.0/24 或 2001:db8:1::/48。仅对之后的访问生效。限流和拉黑仍按请求时的完整地址判断。',
      choices: { whole: '完整保留', cut: '仅保留网段', none: '不保留' },
    },
    offer: { label: '有会话待接入', choices: times.zh },
    assigned: { label: '会话分配给自己', choices: times.zh },
    message: { label: '访客发来消息', choices: times.zh },
    mention: { label: '同事 @ 自己', choices: times.zh },
    pushText: { label: '通知中包含消息内容', hint: '看到设备屏幕的人都能读到。' },
    customers: { label: '访客可以注册账号' },
  },
}

/** The settings of the whole desk, as the office has them. */
export const settings = { en, zh }
