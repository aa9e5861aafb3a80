import * as z from 'zod';

/** Points as the portal writes them, with two decimals at most, in hundredths: 7.96 → 796. No score has more than 100. */
const Points = z
  .number()
  .min(0)
  .max(100)
  .transform((points) => Math.round(points * 100));

const MaybePoints = Points.nullish().transform((points) => points ?? null);
const MaybeCount = z
  .int()
  .nonnegative()
  .nullish()
  .transform((count) => count ?? null);
const MaybeText = z
  .string()
  .nullish()
  .transform((text) => text ?? null);

const Department = {
  departmentId: z.string().min(1),
  departmentName: z.string().min(1),
  departmentCode: MaybeText,
};

/** A score never exceeds its maximum; what does is no score. */
const isWithin = ({ score, max }: { readonly score: number | null; readonly max: number | null }) =>
  score === null || max === null || score <= max;

const PortalMetric = z
  .object({
    code: z.string().min(1),
    name: MaybeText,
    numerator: MaybeCount,
    denominator: MaybeCount,
    score: MaybePoints,
    maxScore: MaybePoints,
    dataQualityStatus: MaybeText,
    dataQualityMessage: MaybeText,
  })
  .transform(({ maxScore, ...metric }) => ({ ...metric, max: maxScore }))
  .refine(isWithin, 'score');
export type PortalMetric = z.infer<typeof PortalMetric>;

/** A department in one of the answers that give its metrics one by one. */
const MeasuredUnit = z
  .object({
    ...Department,
    totalScore: MaybePoints,
    totalMaxScore: MaybePoints,
    metrics: z.array(PortalMetric).default([]),
  })
  .transform(({ totalScore, totalMaxScore, ...unit }) => ({
    ...unit,
    score: totalScore,
    max: totalMaxScore,
  }))
  .refine(isWithin, 'score');
export type MeasuredUnit = z.infer<typeof MeasuredUnit>;

/** A department in one of the answers that give the numbers behind its score; `score` and `totalScore` are the same. */
const TreeUnit = z
  .object({
    ...Department,
    score: MaybePoints,
    totalScore: MaybePoints,
    maxScore: MaybePoints,
    totalMaxScore: MaybePoints,
    totalReceived: MaybeCount,
    totalOnTime: MaybeCount,
    authorityCount: MaybeCount,
    partialCount: MaybeCount,
    fullCount: MaybeCount,
    channelOnlineSum: MaybeCount,
    channelTotalSum: MaybeCount,
    totalDossierOnlinePaymentSuccess: MaybeCount,
    totalDossierFinancialObligation: MaybeCount,
    totalDossierOnlineFormalityPaymentSuccess: MaybeCount,
    totalFeeFormality: MaybeCount,
  })
  .transform(({ totalScore, totalMaxScore, score, maxScore, ...unit }) => ({
    ...unit,
    score: totalScore ?? score,
    max: totalMaxScore ?? maxScore,
  }))
  .refine(isWithin, 'score');
export type TreeUnit = z.infer<typeof TreeUnit>;

/** Every answer comes in this; a `code` other than "OK" brings no data. */
const envelope = <Data extends z.ZodType>(data: Data) => z.object({ code: z.literal('OK'), data });

/** `transparency`, `dossier-digitized`, `handling-satisfaction`: the root, and the departments under it by pages. */
export const MeasuredAnswer = envelope(
  z.object({
    overview: MeasuredUnit,
    evaluation: z.array(MeasuredUnit),
    pagination: z.object({ totalPages: z.int().nonnegative() }).nullish(),
  }),
);

/** `dvc-progress-tree`, `provide-online-tree`, `formality-online-payment-tree`. */
export const TreeAnswer = envelope(z.object({ parent: TreeUnit, children: z.array(TreeUnit) }));

/** `service-results`: the totals of all provinces. */
export const TotalsAnswer = envelope(
  z.object({
    evaluation: z.array(z.object({ ...Department, totalScore: MaybePoints })),
  }),
);
