import type { Language } from './language'
import type { TextGroup } from './visitor-texts'

type Group = { title: string; where: string }

const groups: Record<Language, Record<TextGroup, Group>> = {
  en: {
    home: {
      title: 'Front page',
      where: 'The first page of the desk, and the button on your sites.',
    },
    start: { title: 'Before the chat', where: 'The form that begins a chat, and invitations.' },
    waiting: { title: 'Waiting', where: 'At the head of the chat, until somebody answers.' },
    talk: { title: 'Talking', where: 'Around the messages, and at the composer.' },
    notices: { title: 'What the desk tells', where: 'Lines between the messages.' },
    messages: { title: 'Messages', where: 'At each message, its menu and the transcript.' },
    files: { title: 'Files and voice', where: 'Where files are sent and looked at.' },
    cards: { title: 'Cards', where: 'On products, orders, buttons and small forms.' },
    after: { title: 'After the chat', where: 'Its end, the rating, and earlier chats.' },
    account: {
      title: 'Accounts of visitors',
      where: 'Where visitors sign in and find their chats, and the mail about that.',
    },
    letters: { title: 'Letters', where: 'Mail to who has gone, and the page its link opens.' },
    faults: {
      title: 'When something is wrong',
      where: 'Beside what did not go, and on pages of its own.',
    },
  },
  zh: {
    home: { title: '首页', where: '系统首页，以及网站上的聊天按钮。' },
    start: { title: '对话之前', where: '发起对话的表单和邀请。' },
    waiting: { title: '排队等候', where: '有人接入之前，显示在对话顶部。' },
    talk: { title: '对话中', where: '消息周围和输入框处。' },
    notices: { title: '系统提示', where: '消息之间的提示行。' },
    messages: { title: '消息', where: '每条消息、消息菜单和聊天记录文件。' },
    files: { title: '文件与语音', where: '发送和查看文件的地方。' },
    cards: { title: '卡片', where: '商品、订单、按钮和小表单。' },
    after: { title: '对话之后', where: '对话结束、评价和历史会话。' },
    account: { title: '访客账号', where: '访客登录、查看自己对话的页面，以及相关邮件。' },
    letters: { title: '邮件', where: '发给离开访客的邮件，及邮件链接打开的页面。' },
    faults: { title: '出错提示', where: '显示在未成功的内容旁，或单独成页。' },
  },
}

/** Which of several a text is, by the name of its form. */
const forms: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    ...{ text: 'Text', one: 'Of one', other: 'Of several', without: 'Without an e-mail' },
    ...{ withEmail: 'With an e-mail', joined: 'At once', waited: 'After a wait' },
    ...{ instead: 'In the place of a colleague', kept: 'The same as before', named: 'With a name' },
    ...{ nameless: 'Without a name', visitor: 'By the visitor', agent: 'By a colleague' },
    ...{
      silence: 'Because nobody wrote',
      free: 'Is free',
      taken: 'Is not free',
      stars: 'Stars alone',
    },
    ...{
      comment: 'With words',
      1: '1 star',
      2: '2 stars',
      3: '3 stars',
      4: '4 stars',
      5: '5 stars',
    },
    ...{ plain: 'Without addresses', addresses: 'With addresses', choose: 'To choose another' },
    ...{ sendAgain: 'To send again', startNew: 'To start anew', until: 'With an end' },
  },
  zh: {
    ...{ text: '文案', one: '单数', other: '通用', without: '未留邮箱', withEmail: '已留邮箱' },
    ...{ joined: '立即接入', waited: '等候后接入', instead: '接替同事', kept: '仍由原客服' },
    ...{ named: '有名字', nameless: '无名字', visitor: '由访客', agent: '由客服' },
    ...{
      silence: '长时间无消息',
      free: '有空',
      taken: '没空',
      stars: '只有星级',
      comment: '附评语',
    },
    ...{ 1: '1 星', 2: '2 星', 3: '3 星', 4: '4 星', 5: '5 星', plain: '无网址' },
    ...{ addresses: '含网址', choose: '请其选择', sendAgain: '请其重发', startNew: '请其重新开始' },
    ...{ until: '有期限' },
  },
}

/** What stands in a gap, by its name. */
const gaps: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    ...{ n: 'how many', estimate: 'how long it takes', place: 'place in line', name: 'a name' },
    ...{ from: 'who had it', to: 'who has it now', time: 'how long they waited', email: 'e-mail' },
    ...{ emoji: 'the emoji', when: 'date and time', zone: 'time zone', size: 'size of the file' },
    ...{ text: 'what was said', host: 'name of the site', stars: 'stars, 1 to 5' },
    ...{ remarks: 'what was pressed, in brackets', comment: 'what was written' },
    ...{
      length: 'how long it is and may be',
      field: 'name of the field',
      seen: 'address they have',
    },
    ...{ expected: 'address of the desk', again: 'when to try again', limit: 'how many at most' },
    ...{ minutes: 'how many minutes', pattern: 'what it should look like' },
    ...{ until: 'until when' },
  },
  zh: {
    ...{ n: '数量', estimate: '预计时长', place: '排队名次', name: '名字', from: '原客服' },
    ...{ to: '现客服', time: '等候时长', email: '邮箱', emoji: '表情', when: '日期和时间' },
    ...{
      zone: '时区',
      size: '文件大小',
      text: '消息内容',
      host: '网站域名',
      stars: '星级（1 至 5）',
    },
    ...{ remarks: '所选标签', comment: '评语', length: '字数和上限', field: '字段名称' },
    ...{ seen: '当前地址', expected: '系统地址', again: '何时再试', limit: '上限' },
    ...{ minutes: '分钟数', pattern: '格式', until: '截止时间' },
  },
}

const examples: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    ...{ n: '3', estimate: 'about 5 minutes', place: '3rd', name: 'Ana', from: 'Ana', to: 'Amir' },
    ...{ time: '18 seconds', email: 'vera@example.com', emoji: '👍', when: '20 November, 14:03' },
    ...{ zone: 'Europe/Berlin', size: '48 KB', text: 'Is it in stock?', host: 'shop.example' },
    ...{ stars: '5', remarks: ' (Quick)', comment: 'Thank you', length: 'Too long: 4012 of 4000' },
    ...{ field: 'Order number', seen: 'http://chat.test', expected: 'https://chat.example.org' },
    ...{ again: 'in 12 seconds', limit: '20', minutes: '5', pattern: '@@-#####', until: '14:30' },
  },
  zh: {
    ...{ n: '3', estimate: '约 5 分钟', place: '3', name: 'Ana', from: 'Ana', to: 'Amir' },
    ...{ time: '18 秒', email: 'vera@example.com', emoji: '👍', when: '11 月 20 日 14:03' },
    ...{ zone: 'Asia/Shanghai', size: '48 KB', text: '有货吗？', host: 'shop.example', stars: '5' },
    ...{ remarks: '：很快', comment: '谢谢', length: '内容太长：4012 / 4000 个字' },
    ...{ field: '订单号', seen: 'http://chat.test', expected: 'https://chat.example.org' },
    ...{
      again: '请在 12 秒后再试',
      limit: '20',
      minutes: '5',
      pattern: '@@-#####',
      until: '14:30',
    },
  },
}

/** What stands in the gaps of a preview, by their names. */
export const gapExamplesIn = (language: Language): Readonly<Record<string, string>> =>
  examples[language]

const en = {
  title: 'Visitor texts',
  said: {
    saved: 'Saved. Visitors read it from now on.',
    reset: 'Back as it is built in.',
  },
  lead: 'Everything that visitors read, in each language. What you change here is read on all pages at once; what stands on a page that is open, from the next time on.',
  elsewhere: 'Set elsewhere: the greeting and suggested questions of a department, under',
  elsewhereName: 'and the name of the desk, under',
  search: 'Search texts',
  of: 'Language',
  changedOnly: 'Changed only',
  show: 'Show',
  jumps: 'Where they are read',
  count: (n: number, changed: number) => `${n} texts, ${changed} changed`,
  none: 'No text fits that',
  noneHint: 'Search for other words, or show all of them.',
  all: 'Show all',
  changed: 'Changed',
  builtIn: 'Built in',
  csv: 'As a table (CSV)',
  json: 'As data (JSON)',
  byWhom: (name: string, when: string) =>
    name === '' ? `changed ${when}, by command line` : `changed ${when}, by ${name}`,
  asBuiltIn: 'as it is built in',
  gapsHint: 'It can have these in it:',
  needs: (gap: string) => `${gap}, which must stay`,
  atMost: (n: number) => `at most ${n} characters`,
  reads: (text: string) => `Reads: ${text}`,
  save: 'Save',
  preview: 'Preview',
  previewIn: (language: string) => `Preview, ${language}`,
  previewHint: 'With example data. What you write is marked.',
  reset: 'Back to built-in',
  groups: groups.en,
  forms: forms.en,
  gaps: gaps.en,
}

const zh: typeof en = {
  title: '访客文案',
  said: { saved: '已保存，访客即刻可见。', reset: '已恢复为内置文案。' },
  lead: '访客看到的所有文字，分语言设置。修改后立即在所有页面生效；已打开的页面中，静态文字会在下次打开时更新。',
  elsewhere: '各部门的欢迎语和常见问题，请前往',
  elsewhereName: '设置；服务台名称，请前往',
  search: '搜索文案',
  of: '语言',
  changedOnly: '只看已修改',
  show: '查看',
  jumps: '按显示位置跳转',
  count: (n, changed) => `共 ${n} 条，已修改 ${changed} 条`,
  none: '没有符合条件的文案',
  noneHint: '请换个关键词，或查看全部文案。',
  all: '查看全部',
  changed: '已修改',
  builtIn: '内置',
  csv: '导出表格（CSV）',
  json: '导出数据（JSON）',
  byWhom: (name, when) => (name === '' ? `${when} 由命令行修改` : `${when} 由${name}修改`),
  asBuiltIn: '内置文案',
  gapsHint: '可用变量：',
  needs: (gap) => `${gap}（必须保留）`,
  atMost: (n) => `最多 ${n} 字`,
  reads: (text) => `显示为：${text}`,
  save: '保存',
  preview: '预览',
  previewIn: (language) => `预览（${language}）`,
  previewHint: '使用示例数据，您填写的文案会标出。',
  reset: '恢复为内置文案',
  groups: groups.zh,
  forms: forms.zh,
  gaps: gaps.zh,
}

/** The office's page of what visitors read. */
export const texts = { en, zh }
