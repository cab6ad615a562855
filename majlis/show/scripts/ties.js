// ties
