/** What may be found about the bot of Zalo's Bot Platform by asking Zalo. */
export type ZaloBotFinding =
  | { readonly kind: 'tokenRefused' }
  /** Zalo refuses to answer for another reason. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Nobody knows: no network, or Zalo is down. */
  | { readonly kind: 'notAsked'; readonly why: string }
  | { readonly kind: 'mayNotJoinGroups' }
  /** `shown`: what Zalo says people see; null = it does not say. */
  | { readonly kind: 'nameNotTold'; readonly shown: string | null }
  | { readonly kind: 'webhookMissing' }
  /** Zalo brings messages elsewhere. */
  | { readonly kind: 'webhookElsewhere'; readonly url: string }
  /** Zalo brings them while they are to be fetched. */
  | { readonly kind: 'webhookInTheWay'; readonly url: string };

/** One line of the doctor about the bot. */
export function zaloBotFindingText(finding: ZaloBotFinding): string {
  switch (finding.kind) {
    case 'tokenRefused':
      return 'Zalo không nhận ZALO_BOT_TOKEN (401): chép lại mã, hoặc lấy mã mới trong ứng dụng nhỏ tạo bot';
    case 'refused':
      return `Zalo từ chối khi hỏi về bot: ${finding.why}`;
    case 'notAsked':
      return `chưa hỏi được Zalo (${finding.why}): mã bot và webhook chưa kiểm được; kiểm mạng của máy chủ`;
    case 'mayNotJoinGroups':
      return 'Zalo chưa cho bot này vào nhóm (can_join_groups): chỉ nhắn riêng được; cần nhóm thì dùng OA';
    case 'nameNotTold':
      return finding.shown === null
        ? 'chưa ghi zaloBot.names trong config.yaml: trong nhóm bot không tách được tên mình khỏi câu hỏi'
        : `chưa ghi zaloBot.names trong config.yaml; Zalo báo tên bot là “${finding.shown}”`;
    case 'webhookMissing':
      return 'Zalo chưa có webhook của bot: npm start sẽ đăng ký';
    case 'webhookElsewhere':
      return `Zalo đang gửi tin của bot đến ${finding.url}: npm start sẽ đổi; nếu nơi ấy còn chạy thì hai bản tranh nhau một bot`;
    case 'webhookInTheWay':
      return `Zalo đang gửi tin của bot đến ${finding.url}, còn zaloBot.mode là polling: npm start sẽ bỏ webhook ấy`;
  }
}

/** All keepers are on the account whose trouble they are to be told of. */
export const KEEPERS_ONLY_ON_OA =
  'không có người quản trị ở kênh khác: khi mã OA hỏng, tin báo không gửi đi được; ghi thêm vào DUNG_HEN_KEEPERS một người ở Telegram hay Zalo Bot';
