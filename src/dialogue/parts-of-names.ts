/** Words of names that have a word of the grammar in them ("tra", "khối"), whether or not such an agency is known. */
export const PARTS_OF_NAMES: readonly string[] = [
  'thanh tra',
  // Islands and provinces: the second word is typed for "trễ" as well.
  'hòn tre!',
  'bến tre!',
  // No block of agencies: it must not be taken for all blocks.
  'khối doanh nghiệp',
  'khối người dân',
  'khối công dân',
];
