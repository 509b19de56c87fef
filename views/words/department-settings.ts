import { promises } from './promises'

const en = {
  nameEn: { label: 'Name in English' },
  nameZh: { label: 'Name in Chinese' },
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
}

const zh: typeof en = {
  nameEn: { label: '英文名称' },
  nameZh: { label: '中文名称' },
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
}

/** What the settings of a department are called, and what they do. */
export const departmentSettingWords = { en, zh }
