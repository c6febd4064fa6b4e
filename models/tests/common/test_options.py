import unittest

from models.common.options import part


class Parts(unittest.TestCase):
    def test_parts_are_named_i_of_n(self) -> None:
        self.assertEqual(part("2/8"), (2, 8))
        for wrong in ("0/3", "4/3", "2", "a/b"):
            with self.assertRaises(Exception):
                part(wrong)


if __name__ == "__main__":
    unittest.main()
