const en = {
  looking: (names: string) => `Also here: ${names}`,
  typing: (name: string) => `${name} is typing an answer`,
  typingInside: (name: string) => `${name} is writing to colleagues`,
  peek: (name: string) => `${name} is typing, not sent yet`,
  peekTold: 'Our team sees what you type, before you send it.',
  draft: 'You have a draft here',
  stale: {
    anyway: 'Send anyway',
    keep: 'Keep as draft',
    discard: 'Discard',
    label: 'A colleague has written meanwhile',
  },
  later: {
    menu: 'Send later',
    at: 'When',
    send: 'Schedule',
    keep: 'Save draft',
    hint: 'If the visitor writes first, it waits for you.',
    presets: { '1h': 'In 1 hour', tomorrow: 'Tomorrow, 09:00', monday: 'Next Monday, 09:00' },
    label: 'To be sent later',
    status: (n: number, held: number) =>
      `${n === 1 ? 'One message waits' : `${n} messages wait`} to be sent.${
        held > 0 ? ` Held back: ${held}.` : ''
      }`,
    due: (time: string, name: string) => `Goes ${time} · ${name}`,
    sending: 'About to go',
    undo: 'Undo',
    held: {
      visitor: 'Held: the visitor wrote first.',
      holder: 'Held: a colleague has this conversation now.',
      ended: 'Held: the conversation has ended.',
      broken: 'Held: something in this conversation is broken.',
    },
    now: 'Send now',
    edit: 'Edit',
    text: 'Message',
    save: 'Save',
    cancel: 'Cancel sending',
  },
}

const zh: typeof en = {
  looking: (names) => `同时在看：${names}`,
  typing: (name) => `${name}正在输入回复`,
  typingInside: (name) => `${name}正在给同事留言`,
  peek: (name) => `${name}正在输入（未发送）`,
  peekTold: '发送之前，客服可以看到您正在输入的内容。',
  draft: '您在此有草稿',
  stale: {
    anyway: '仍然发送',
    keep: '存为草稿',
    discard: '放弃',
    label: '同事刚刚写了新内容',
  },
  later: {
    menu: '定时发送',
    at: '发送时间',
    send: '定时发送',
    keep: '保存草稿',
    hint: '如果访客先发来消息，这条消息会暂缓，等您处理。',
    presets: { '1h': '1 小时后', tomorrow: '明天 09:00', monday: '下周一 09:00' },
    label: '定时消息',
    status: (n, held) => `${n} 条消息等待发送。${held > 0 ? `已暂缓 ${held} 条。` : ''}`,
    due: (time, name) => `${time} 发送，${name}`,
    sending: '即将发送',
    undo: '撤销',
    held: {
      visitor: '已暂缓：访客先发来了消息。',
      holder: '已暂缓：会话现由同事接待。',
      ended: '已暂缓：会话已结束。',
      broken: '已暂缓：这个会话出了故障。',
    },
    now: '立即发送',
    edit: '编辑',
    text: '消息内容',
    save: '保存',
    cancel: '取消发送',
  },
}

/** Several at one conversation, and words before they are sent. */
export const together = { en, zh }
