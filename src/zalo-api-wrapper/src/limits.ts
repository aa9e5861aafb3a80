/** Longest text and caption of the Bot Platform, in UTF-16 units (the stricter reading of "characters"). */
export const BOT_TEXT_LIMIT = 2_000;

/** How long a refresh token lives, documented as three months: the shortest three there are, in milliseconds. */
export const OA_REFRESH_LIFE_MS = 89 * 24 * 3_600_000;

/** Largest image `uploadImage` takes: "1 MB" in its stricter reading. */
export const OA_IMAGE_BYTES = 1_000_000;
